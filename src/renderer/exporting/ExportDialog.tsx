import { useEffect, useState } from 'react'
import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { ExportPreview } from '../../shared/ipc/export-answers'
import type { ThemeId } from '../../shared/model/ids'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { showError, showToast } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'

const formats = ['md', 'html', 'csv'] as const

/** The beginning of a file as plain text. */
function textOf({ text, rows }: ExportPreview): string {
  return text ?? rows?.map((row) => row.join('\t')).join('\n') ?? ''
}

function requestOf(format: string, query: string) {
  return {
    of: 'excerpts' as const,
    format,
    options: {},
    query: JSON.parse(query) as AnnotationQuery,
    chosen: null
  }
}

/** Takes the excerpts away: which, in what format, and how they will look. */
export function ExportDialog({ filter, onClose }: { filter: AnnotationQuery; onClose: () => void }) {
  const t = useT()
  const { themes, documents } = useSlices('themes', 'documents')
  const [format, setFormat] = useState<(typeof formats)[number]>('md')
  const [theme, setTheme] = useState<ThemeId | ''>(filter.themes?.[0] ?? '')
  const [preview, setPreview] = useState<ExportPreview | null>(null)
  const { themes: _, ...rest } = filter
  const query = JSON.stringify(theme === '' ? rest : { ...rest, themes: [theme] })
  useEffect(() => {
    let current = true
    void call('export.preview', requestOf(format, query)).then((answer) => {
      if (!current) return
      if (answer.ok) setPreview(answer.value)
      else showError(answer.error)
    })
    return () => {
      current = false
    }
  }, [format, query])
  const save = async () => {
    const saved = await call('export.save', requestOf(format, query))
    if (!saved.ok) return showError(saved.error)
    if (!saved.value) return
    showToast(t('export.saved', { file: saved.value.file }))
    onClose()
  }
  const restriction = [
    ...(filter.documents ?? []).map((id) => documents[id]?.title ?? ''),
    filter.text ? `“${filter.text}”` : ''
  ].filter(Boolean)
  return (
    <Dialog
      title={t('export.heading')}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <span className="grow">{preview ? t('export.count', { count: preview.count }) : ''}</span>
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!preview || preview.count === 0}
            onClick={() => void save()}
          >
            {t('export.save')}
          </button>
        </>
      }
    >
      <div className="export-choices">
        <fieldset>
          <legend>{t('export.format')}</legend>
          <div className="segments">
            {formats.map((each) => (
              <label key={each} className={each === format ? 'on' : ''}>
                <input
                  type="radio"
                  name="format"
                  value={each}
                  checked={each === format}
                  onChange={() => setFormat(each)}
                />
                {t(`export.${each}` as 'export.md')}
              </label>
            ))}
          </div>
        </fieldset>
        <Field
          label={t('export.which')}
          {...(restriction.length > 0 ? { hint: restriction.join(' · ') } : {})}
        >
          <select value={theme} onChange={(event) => setTheme(event.target.value as ThemeId | '')}>
            <option value="">{t('export.allAnnotations')}</option>
            {orderedThemes(themes).map((each) => (
              <option key={each.id} value={each.id}>
                {pathName(themes, each.id)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <h3 className="panel-title">{t('export.preview')}</h3>
      {preview && preview.count === 0 ? (
        <p className="panel-hint">{t('export.empty')}</p>
      ) : (
        <pre className="export-preview" tabIndex={0}>
          {preview ? textOf(preview) : ''}
        </pre>
      )}
      {preview?.cut && <p className="panel-hint">{t('export.cut')}</p>}
    </Dialog>
  )
}
