import { useState } from 'react'
import type { AutocodePreview } from '../../shared/ipc/answers'
import type { Input } from '../../shared/ipc/contract'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import { plainPattern } from '../../shared/search/find-in-text'
import { call } from '../state/bridge'
import { useFinding } from '../state/finding'
import { useT } from '../state/i18n'
import { until, useProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { showError, showToast } from '../state/toasts'
import { showUndoableToast } from '../state/undoing'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'
import { AutocodeList } from './AutocodeList'

type Request = Input<'autocode.preview'>
const units = ['passage', 'sentence', 'block'] as const
const switches = ['matchCase', 'wholeWord', 'matchWidth', 'regex'] as const
const newTheme = '-'

interface Props {
  /** The text that is open. */
  readonly document?: DocumentId
  /** Texts that were ticked. */
  readonly texts?: readonly DocumentId[]
  readonly onClose: () => void
}

/** Codes every place where something stands: looked at first, each with a tick, then coded as one change. */
export function Autocode({ document, texts = [], onClose }: Props) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const [pattern, setPattern] = useState(() => {
    const { pattern: sought } = useFinding.getState()
    // What was looked for in a text an hour ago is not meant where no text is open.
    return document === undefined || sought.query === '' ? { query: '', ...plainPattern } : sought
  })
  const open = document === undefined ? null : [document]
  const ticked = texts.length === 0 ? null : texts
  const [everywhere, setEverywhere] = useState(open === null && ticked === null)
  const [unit, setUnit] = useState<Request['unit']>('passage')
  const [furniture, setFurniture] = useState(false)
  const ordered = orderedThemes(themes)
  const [theme, setTheme] = useState<string>(ordered[0]?.id ?? newTheme)
  const [name, setName] = useState('')
  const [preview, setPreview] = useState<AutocodePreview | null>(null)
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set())
  const changed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value)
      setPreview(null)
    }
  }
  const look = async () => {
    const documents = everywhere ? null : [...(open ?? ticked ?? [])]
    const answer = await call('autocode.preview', { pattern, documents, unit, furniture })
    if (!answer.ok) return showError(answer.error)
    setPreview(answer.value)
    setWithout(new Set())
    if (name === '') setName(pattern.query.trim().slice(0, 100))
  }
  const passages = (preview?.rows ?? []).filter((_, index) => !without.has(index))
  const apply = async () => {
    const answer = await call('autocode.apply', {
      passages: passages.map(({ document: id, revision, start, end }) => ({
        document: id,
        revision,
        start,
        end
      })),
      theme: theme === newTheme ? { name: name.trim() } : { id: theme as ThemeId }
    })
    if (!answer.ok) return showError(answer.error)
    await until(({ seq }) => seq >= answer.value.seq)
    const { count } = answer.value
    if (count === 0) showToast(t('autocode.already'))
    else showUndoableToast(t('autocode.done', { count }))
    onClose()
  }
  const named = theme !== newTheme || name.trim() !== ''
  return (
    <Dialog
      title={t('autocode.heading')}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      isDirty={without.size > 0}
      actions={
        preview ? (
          <DialogActions
            label={t('autocode.apply', { count: passages.length })}
            disabled={passages.length === 0 || !named}
            run={apply}
            cancel={onClose}
          />
        ) : (
          <DialogActions
            label={t('autocode.preview')}
            disabled={pattern.query.trim() === ''}
            run={look}
            cancel={onClose}
          />
        )
      }
    >
      <p className="panel-hint">{t('autocode.lead')}</p>
      <Field label={t('autocode.query')}>
        <input
          autoFocus
          value={pattern.query}
          onChange={(event) => changed(setPattern)({ ...pattern, query: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && pattern.query.trim() !== '')
              void look()
          }}
        />
      </Field>
      <div className="switches">
        {switches.map((each) => (
          <label key={each} className="check-label">
            <input
              type="checkbox"
              checked={pattern[each]}
              onChange={(event) => changed(setPattern)({ ...pattern, [each]: event.target.checked })}
            />
            {t(`find.${each}`)}
          </label>
        ))}
        <label className="check-label">
          <input
            type="checkbox"
            checked={furniture}
            onChange={(event) => changed(setFurniture)(event.target.checked)}
          />
          {t('autocode.furniture')}
        </label>
      </div>
      <div className="field-row">
        {(open ?? ticked) && (
          <Field label={t('autocode.where')}>
            <select
              value={everywhere ? 'all' : 'this'}
              onChange={(event) => changed(setEverywhere)(event.target.value === 'all')}
            >
              <option value="this">
                {open ? t('autocode.thisText') : t('autocode.tickedTexts', { count: texts.length })}
              </option>
              <option value="all">{t('autocode.allTexts')}</option>
            </select>
          </Field>
        )}
        <Field label={t('autocode.unit')}>
          <select
            value={unit}
            onChange={({ target: { value } }) =>
              changed(setUnit)(units.find((each) => each === value) ?? 'passage')
            }
          >
            {units.map((each) => (
              <option key={each} value={each}>
                {t(`autocode.${each}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('autocode.theme')}>
          <select value={theme} onChange={(event) => setTheme(event.target.value)}>
            {ordered.map(({ id }) => (
              <option key={id} value={id}>
                {pathName(themes, id)}
              </option>
            ))}
            <option value={newTheme}>{t('autocode.newTheme')}</option>
          </select>
        </Field>
        {theme === newTheme && (
          <Field label={t('autocode.themeName')}>
            <input
              value={name}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                if (preview && passages.length > 0 && named) void apply()
                else if (!preview && pattern.query.trim() !== '') void look()
              }}
            />
          </Field>
        )}
      </div>
      {preview && <AutocodeList preview={preview} without={without} setWithout={setWithout} />}
    </Dialog>
  )
}
