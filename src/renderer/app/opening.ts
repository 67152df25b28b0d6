import { create } from 'zustand'
import type { AppError } from '../../shared/model/result'
import { call } from './api/bridge'
import { showError } from './api/toasts'

type How = 'write' | 'read' | 'takeOver'

/** Why a project was not opened, while the person has not decided what to do about it. */
export const useOpening = create<{ readonly problem: AppError | null }>(() => ({ problem: null }))

/** Opens a project; without a folder the person chooses one. */
export async function openFolder(folder?: string, how: How = 'write'): Promise<void> {
  useOpening.setState({ problem: null })
  const opened = await call('project.open', { how, ...(folder === undefined ? {} : { folder }) })
  if (!opened.ok) showOpenProblem(opened.error)
}

/** Says why; and where something can be done about it, asks. */
export function showOpenProblem(problem: AppError): void {
  if (waysOut(problem).length > 0) useOpening.setState({ problem })
  else showError(problem)
}

/** Why a project cannot be written to, though it can be read. */
const readable: ReadonlySet<AppError['key']> = new Set([
  'projectInUse',
  'projectFolderReadOnly',
  'folderNotWritable',
  'lockUnknown'
])

/** What can be done about a project that was not opened. */
export function waysOut({ key, kind }: AppError): readonly ('read' | 'takeOver' | 'repair')[] {
  if (readable.has(key)) return ['read']
  if (key === 'projectHeld') return ['read', 'takeOver']
  return key === 'projectUnreadable' && kind !== 'Unsupported' ? ['repair'] : []
}
