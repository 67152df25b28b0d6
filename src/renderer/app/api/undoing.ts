import { call } from './bridge'
import { currentWords, i18n } from './i18n'
import { until, useProjectStore } from './project'
import { forgetChoice } from './surface'
import { showActionToast, showError, showToast } from './toasts'

/** Takes the last change back, and says which it was. It is done when this window shows it. */
export async function undoChange(): Promise<void> {
  const done = await call('project.undo', null)
  if (!done.ok) return showError(done.error)
  await until(({ seq }) => seq >= done.value.seq, forgetChoice)
  const { shell, operation } = currentWords()
  showToast(shell.undone.replace('{{what}}', operation[done.value.what]))
}

/** Makes the change again that was taken back last. It is done when this window shows it. */
export async function redoChange(): Promise<void> {
  const done = await call('project.redo', null)
  if (!done.ok) return showError(done.error)
  await until(({ seq }) => seq >= done.value.seq, forgetChoice)
  const { shell, operation } = currentWords()
  showToast(shell.redone.replace('{{what}}', operation[done.value.what]))
}

/**
 * Says what the last change did, with a button that takes it back. It stands only as long as that is the last change:
 * pressed later, the button would undo another.
 */
export function showUndoableToast(text: string): void {
  const dismiss = showActionToast(text, { label: i18n.t('common.undo'), run: () => void undoChange() })
  const then = useProjectStore.getState().project
  const stop = useProjectStore.subscribe(({ project }) => {
    if (project?.seq === then?.seq && project?.folder === then?.folder) return
    stop()
    dismiss()
  })
}
