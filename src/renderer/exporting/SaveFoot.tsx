import type { ExportSaved } from '../../shared/ipc/export-answers'
import { fill } from '../../shared/locales/fill'
import { call } from '../state/bridge'
import { currentWords, i18n, useT } from '../state/i18n'
import { showToast } from '../state/toasts'
import type { ExportDesk, ExportDeskState } from './export-desk'

/** Saves what is shown, with how far it is and a way to call it off. */
export function SaveFoot({
  desk,
  format,
  preview,
  saving
}: Pick<ExportDeskState, 'format' | 'preview' | 'saving'> & { readonly desk: ExportDesk }) {
  const t = useT()
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
  if (saving)
    return (
      <div className="export-saving" role="status">
        <progress
          aria-label={t('export.saving')}
          {...(saving.total > 0 ? { max: saving.total, value: saving.done } : {})}
        />
        <span className="grow">
          {saving.total > 0
            ? t('export.savingOf', { done: saving.done, total: saving.total })
            : t('export.saving')}
        </span>
        <button type="button" className="button" autoFocus onClick={() => desk.cancelSave()}>
          {t('common.cancel')}
        </button>
      </div>
    )
  const isEmpty = format?.of === 'excerpts' && preview.answer?.count === 0
  return (
    <button
      type="button"
      className="button primary export-save"
      disabled={!format || isEmpty}
      onClick={() => void saveAndSay(desk)}
    >
      {format ? t('export.saveAs', { format: format.label[language] }) : t('export.save')}
    </button>
  )
}

/** Saves, and says where it lies and what could not go along. */
export async function saveAndSay(desk: ExportDesk): Promise<void> {
  const saved = await desk.save()
  if (!saved) return
  showToast(savedText(saved), 'said', {
    action: {
      label: i18n.t('export.showInFolder'),
      run: () => void call('export.showInFolder', saved.file)
    }
  })
}

function savedText({ file, leftOut, shortened }: ExportSaved): string {
  const { left } = currentWords().export
  // Other kinds are said in the words of the format.
  const parts = leftOut.map(({ kind, count }) =>
    fill(Object.entries(left).find(([known]) => known === kind)?.[1] ?? left.other, { kind, count })
  )
  return [
    i18n.t('export.saved', { file }),
    ...(shortened ? [i18n.t('export.shortened')] : []),
    ...(parts.length > 0 ? [i18n.t('export.leftOut', { what: parts.join(', ') })] : [])
  ].join(' ')
}
