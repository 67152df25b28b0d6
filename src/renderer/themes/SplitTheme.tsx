import { useState } from 'react'
import type { ListedAnnotation } from '../../shared/ipc/answers'
import { hasTheme } from '../../shared/model/codings'
import type { AnnotationId, ThemeId } from '../../shared/model/ids'
import { newTheme } from '../../shared/model/new-records'
import { ok, type Result } from '../../shared/model/result'
import type { Theme } from '../../shared/model/theme'
import { call } from '../state/bridge'
import { callUntil } from '../state/call-until'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { showError } from '../state/toasts'
import { useAsked } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'
import { Words } from '../ui/Words'

/** How many annotations come in one answer. */
const pageSize = 1000

interface Props {
  readonly theme: Theme
  readonly onClose: () => void
  readonly onSplit: (made: ThemeId) => void
}

/** Splits a theme: those of its annotations that are ticked go over to a new theme beside it. */
export function SplitTheme({ theme, onClose, onSplit }: Props) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const [name, setName] = useState('')
  const listed =
    useAsked(theme.id, (signal) => ownAnnotations(theme.id, signal), { onError: showError }).latest ?? []
  const [moved, setMoved] = useState<ReadonlySet<AnnotationId>>(new Set())
  const split = async () => {
    const made = newTheme(name.trim(), theme.colour, theme.parent)
    const done = await call('project.splitTheme', {
      from: theme.id,
      theme: made,
      annotations: [...moved]
    })
    if (!done.ok) return showError(done.error)
    onSplit(made.id)
    onClose()
  }
  const toggle = (id: AnnotationId) => {
    const next = new Set(moved)
    if (!next.delete(id)) next.add(id)
    setMoved(next)
  }
  return (
    <Dialog
      title={t('themes.splitTitle', { name: theme.name })}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      isDirty={name.trim() !== '' || moved.size > 0}
      actions={
        <DialogActions
          label={t('themes.splitDo')}
          disabled={name.trim() === ''}
          run={split}
          cancel={onClose}
        />
      }
    >
      <Field label={t('themes.splitName')}>
        <input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <p>{t('themes.splitLead')}</p>
      <ul className="split-list">
        {listed.map(({ annotation, place }) => (
          <li key={annotation.id}>
            <label className="autocode-row">
              <input
                type="checkbox"
                checked={moved.has(annotation.id)}
                onChange={() => toggle(annotation.id)}
              />
              <span lang={documents[annotation.document]?.language}>
                <Words text={annotation.selector.exact.slice(0, 200)} />
              </span>
              <small>{[documents[annotation.document]?.title, place].filter(Boolean).join(' · ')}</small>
            </label>
          </li>
        ))}
      </ul>
      <p className="panel-hint">{t('themes.undoable')}</p>
    </Dialog>
  )
}

/** All annotations of a theme, in as many parts as it takes. Those of themes below it are not its own. */
async function ownAnnotations(theme: ThemeId, signal: AbortSignal): Promise<Result<ListedAnnotation[]>> {
  const own: ListedAnnotation[] = []
  for (let from = 0, total = 1; from < total; from += pageSize) {
    const page = { filter: { themes: [theme] }, from, most: pageSize, counted: true }
    const answer = await callUntil(signal, 'annotations.list', page)
    if (!answer.ok) return answer
    total = answer.value.total ?? 0
    own.push(...answer.value.annotations.filter(({ annotation }) => hasTheme(annotation, theme)))
  }
  return ok(own)
}
