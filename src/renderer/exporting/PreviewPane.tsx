import type { ExportFormatInfo } from '../../shared/export/export-format-info'
import type { ExportPreview } from '../../shared/ipc/export-answers'
import { i18n, useT } from '../state/i18n'
import { errorText } from '../state/toasts'
import { Empty } from '../ui/Empty'
import { lazyView } from '../ui/lazy-view'
import type { ShownPreview } from './export-desk'
import { PreviewTable } from './PreviewTable'

const PreviewDocx = lazyView(() => import('./PreviewDocx').then((module) => module.PreviewDocx))
const PreviewPdf = lazyView(() => import('./PreviewPdf').then((module) => module.PreviewPdf))

/** What is exported as it will look, from its first page; while a newer one is made, the one before, dimmed. */
export function PreviewPane({
  format,
  preview: { answer, error, isStale }
}: {
  format: ExportFormatInfo
  preview: ShownPreview
}) {
  const t = useT()
  return (
    <section className="export-middle" aria-label={t('export.preview')} aria-busy={isStale}>
      <div className={isStale && answer ? 'export-preview stale' : 'export-preview'} data-kind={answer?.kind}>
        {error && (
          <div className="export-problem" role="alert">
            <Empty title={t('export.noPreview')} hint={errorText(error)} />
          </div>
        )}
        {!answer && !error && <p className="export-waiting">{t('common.loading')}</p>}
        {answer && <Shown format={format} answer={answer} />}
      </div>
      <p className="export-note" role="status">
        {answer ? note(answer, format) : ''}
      </p>
    </section>
  )

  function note(shown: ExportPreview, { of, id }: ExportFormatInfo): string {
    if (shown.kind === 'none' || (of === 'excerpts' && shown.count === 0)) return ''
    if (id === 'edition') return t('export.editionNote')
    return shown.cut ? t('export.cutOf', { count: shown.count }) : t(`export.shownAs.${shown.kind}`)
  }
}

function Shown({ format, answer }: { format: ExportFormatInfo; answer: ExportPreview }) {
  const t = useT()
  const { kind, bytes, text, page, rows, count } = answer
  if (format.of === 'excerpts' && count === 0)
    return <Empty title={t('export.empty')} hint={t('export.emptyHint')} />
  if (kind === 'docx' && bytes) return <PreviewDocx bytes={bytes} />
  if (kind === 'pdf' && bytes) return <PreviewPdf bytes={bytes} />
  if (kind === 'table' && rows) return <PreviewTable rows={rows} />
  if (page !== undefined)
    return <iframe className="export-page" title={t('export.preview')} src={page} sandbox="" />
  if (text !== undefined)
    return (
      <pre className="export-text" tabIndex={0}>
        {text}
      </pre>
    )
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
  return <Empty title={t('export.noneToShow')} hint={format.hint[language]} />
}
