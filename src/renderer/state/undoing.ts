import type { Stepped } from '../../shared/ipc/history-answers'
import type { AppError } from '../../shared/model/result'
import { call } from './bridge'
import { currentWords, i18n } from './i18n'
import { until, useProjectStore } from './project'
import { forgetChoice } from './surface'
import { errorText, showError, showToast } from './toasts'

/** Toasts about undoing take each other's place. */
const about = 'undo'

/** Takes the last change back, and says which it was. It is done when this window shows it. */
export async function undoChange(): Promise<void> {
  const done = await call('project.undo', null)
  if (!done.ok) return tellNotDone(done.error)
  await until(({ seq }) => seq >= done.value.seq, forgetChoice)
  const action = { label: i18n.t('shell.redo'), run: () => void redoChange() }
  showToast(i18n.t('shell.undone', { what: namedStep(done.value) }), 'said', { about, action })
}

/** Makes the change again that was taken back last. It is done when this window shows it. */
export async function redoChange(): Promise<void> {
  const done = await call('project.redo', null)
  if (!done.ok) return tellNotDone(done.error)
  await until(({ seq }) => seq >= done.value.seq, forgetChoice)
  const action = { label: i18n.t('shell.undo'), run: () => void undoChange() }
  showToast(i18n.t('shell.redone', { what: namedStep(done.value) }), 'said', { about, action })
}

/** What was undone or done again; of an import, how many texts went or came with it. */
function namedStep({ what, texts }: Stepped): string {
  return what === 'import' && texts > 0
    ? i18n.t('shell.importOf', { count: texts })
    : currentWords().operation[what]
}

/** That there is nothing to undo is no failure. */
function tellNotDone(error: AppError): void {
  const isEnd = error.key === 'nothingToUndo' || error.key === 'nothingToRedo'
  if (isEnd) showToast(errorText(error), 'said', { about })
  else showError(error)
}

/**
 * Says what the last change did, with a button that takes it back. It stands only as long as that is the last change:
 * pressed later, the button would undo another.
 */
export function showUndoableToast(text: string): void {
  const action = { label: i18n.t('common.undo'), run: () => void undoChange() }
  const dismiss = showToast(text, 'said', { about, action })
  const then = useProjectStore.getState().project
  const stop = useProjectStore.subscribe(({ project }) => {
    if (project?.seq === then?.seq && project?.folder === then?.folder) return
    stop()
    dismiss()
  })
}
