import { create } from 'zustand'
import type { AppError } from '../../shared/model/result'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { showError, showToast } from '../state/toasts'

type How = 'write' | 'read' | 'takeOver'

/** Why a project was not opened, while the person has not decided what to do about it. */
export const useOpening = create<{ readonly problem: AppError | null }>(() => ({ problem: null }))

/** Opens a project; without a folder the person chooses one. */
export async function openFolder(folder?: string, how: How = 'write'): Promise<void> {
  useOpening.setState({ problem: null })
  const opened = await call('project.open', { how, ...(folder === undefined ? {} : { folder }) })
  if (!opened.ok) showOpenProblem(opened.error)
}

/** Makes a project again from its backups: the person chooses their folder, and a new one. */
export async function openBackup(): Promise<void> {
  useOpening.setState({ problem: null })
  const opened = await call('project.openBackup', null)
  if (!opened.ok) return showError(opened.error)
  if (!opened.value) return
  const { made, problems } = opened.value
  const date = new Date(made).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  showToast(i18n.t('backups.broughtBack', { date }))
  if (problems > 0) showToast(i18n.t('backups.notAll', { count: problems }), 'error')
}

/** Makes the project that a bundle holds: the person chooses the file, unless it is known, and where it is to lie. */
export async function openBundle(file?: string, again = false): Promise<void> {
  useOpening.setState({ problem: null })
  const opened = await call('project.openBundle', { again, ...(file === undefined ? {} : { file }) })
  if (!opened.ok) return showOpenProblem(opened.error)
  if (!opened.value) return
  const { name, problems } = opened.value
  showToast(i18n.t('opening.fromBundle', { name }))
  if (problems > 0) showToast(i18n.t('opening.bundleProblems', { count: problems }), 'error')
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
  'diskFull',
  'lockUnknown'
])

export type WayOut = 'read' | 'takeOver' | 'repair' | 'backup' | 'open' | 'again'

/** What can be done about a project that was not opened. */
export function waysOut({ key, kind }: AppError): readonly WayOut[] {
  if (readable.has(key)) return ['read']
  if (key === 'bundleKnown') return ['again', 'open']
  if (key === 'projectHeld') return ['read', 'takeOver']
  if (key === 'folderMissing' || key === 'notAProject') return ['backup']
  return key === 'projectUnreadable' && kind !== 'Unsupported' ? ['repair', 'backup'] : []
}
