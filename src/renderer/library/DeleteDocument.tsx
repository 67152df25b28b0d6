import type { DocumentId } from '../../shared/model/ids'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { until, useProject } from '../state/project'
import { showError } from '../state/toasts'
import { showUndoableToast } from '../state/undoing'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'

interface Props {
  readonly documents: readonly DocumentId[]
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** Says how much goes with texts before they are deleted. */
export function DeleteDocument({ documents, onClose, onDone }: Props) {
  const t = useT()
  const known = useProject((project) => project.state.documents)
  const counts = useProject((project) => project.counts.documents)
  const texts = documents.flatMap((id) => known[id] ?? [])
  const highlights = texts.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0)
  const [first] = texts
  if (!first) return null
  const isOne = texts.length === 1
  const remove = async () => {
    const done = await call(
      'project.removeDocuments',
      texts.map(({ id }) => id)
    )
    if (!done.ok) return showError(done.error)
    await until(({ seq }) => seq >= done.value.seq)
    onClose()
    onDone?.()
    showUndoableToast(t('library.deleted', { count: texts.length }))
  }
  return (
    <Dialog
      title={
        isOne
          ? t('library.deleteTitle', { title: first.title })
          : t('library.deleteTexts', { count: texts.length })
      }
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={<DialogActions label={t('common.delete')} kind="danger" run={remove} cancel={onClose} />}
    >
      {isOne ? (
        <p>
          {highlights === 0 ? t('library.deleteTextAlone') : t('library.deleteText', { count: highlights })}
        </p>
      ) : (
        <>
          <p>
            {highlights === 0
              ? t('library.deleteTextsAlone')
              : t('library.deleteTextsWith', { count: highlights })}
          </p>
          <ul className="titles-listed">
            {texts.slice(0, mostListed).map(({ id, title, language }) => (
              <li key={id} lang={language}>
                {title}
              </li>
            ))}
            {texts.length > mostListed && (
              <li>{t('library.andMore', { count: texts.length - mostListed })}</li>
            )}
          </ul>
        </>
      )}
    </Dialog>
  )
}

const mostListed = 8
