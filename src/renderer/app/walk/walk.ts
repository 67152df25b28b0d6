import { create } from 'zustand'
import { call } from '../../state/bridge'
import { until } from '../../state/project'
import { showError } from '../../state/toasts'
import { hasExample, walkSteps } from './walk-steps'

/** At which step the walk is; null where nobody is on it. */
export const useWalk = create<{ readonly at: number | null }>(() => ({ at: null }))

/** Begins the walk, in the sample where the open project has nothing to show. */
export async function startWalk(): Promise<void> {
  if (!hasExample()) {
    const opened = await call('project.sample', null)
    if (!opened.ok) return showError(opened.error)
    await until(({ folder }) => folder === opened.value.folder)
  }
  goTo(0)
}

export function nextStep(): void {
  const { at } = useWalk.getState()
  if (at !== null) goTo(at + 1)
}

export function stepBefore(): void {
  const { at } = useWalk.getState()
  if (at !== null && at > 0) goTo(at - 1)
}

export function leaveWalk(): void {
  useWalk.setState({ at: null })
}

/** To a step; past the last one the walk is over. */
function goTo(at: number): void {
  const step = walkSteps[at]
  useWalk.setState({ at: step ? at : null })
  step?.go()
}
