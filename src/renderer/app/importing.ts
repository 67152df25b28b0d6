import { create } from 'zustand'
import type { Answer } from '../../shared/ipc/answers'
import type { ImportFile, IncomingFiles } from '../../shared/ipc/import-answers'
import { type AppError, ok, type Result } from '../../shared/model/result'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { showError, showToast } from '../state/toasts'

/** How far an import is. It is read in the background; what was read waits to be looked over. */
type Importing =
  | { readonly stage: 'none' | 'reading' }
  | {
      readonly stage: 'ready' | 'open'
      readonly incoming: IncomingFiles
      /** Looked over once and set aside: the dialog is only hidden, with all that was corrected in it. */
      readonly isCorrected: boolean
    }

export const useImporting = create<{ readonly now: Importing }>(() => ({ now: { stage: 'none' } }))

const set = (now: Importing) => useImporting.setState({ now })
let run = 0

/**
 * Begins an import. Reading goes on in the background; then its dialog opens by itself, unless something else has been
 * done in the window since: nobody is torn out of a text or of a memo.
 */
export async function openImport(ask: () => Promise<Answer<'import.read'>>): Promise<void> {
  const { stage } = useImporting.getState().now
  if (stage !== 'none') {
    showToast(i18n.t('import.underWay'))
    return showImport()
  }
  const own = ++run
  set({ stage: 'reading' })
  const activity = watchActivity()
  const read = await whole(await ask(), () => own === run)
  const isBusy = activity()
  if (own !== run) return
  if (!read.ok) showError(read.error)
  const incoming = read.ok ? read.value : null
  if (!incoming || incoming.files.length + incoming.sidecars.length === 0) return closeImport()
  set({ stage: isBusy ? 'ready' : 'open', incoming, isCorrected: false })
}

/** Everything that was read, fetched in parts: a thousand texts at once would hold the window up. */
async function whole(
  answer: Answer<'import.read'>,
  isWanted: () => boolean
): Promise<Result<IncomingFiles, AppError>> {
  if (!answer.ok) return answer
  const { files: count, sidecars } = answer.value
  const files: ImportFile[] = []
  while (files.length < count && isWanted()) {
    const part = await call('import.files', { after: files.length })
    if (!part.ok) return part
    if (part.value.length === 0) break
    files.push(...part.value)
  }
  return ok({ files, sidecars })
}

/** Opens the dialog of what has been read. */
export function showImport(): void {
  const { now } = useImporting.getState()
  if (now.stage === 'ready') set({ ...now, stage: 'open' })
}

/** Hides the dialog with what was corrected in it; the strip leads back to it. */
export function setImportAside(): void {
  const { now } = useImporting.getState()
  if (now.stage === 'open') set({ ...now, stage: 'ready', isCorrected: true })
}

export function closeImport(): void {
  run++
  set({ stage: 'none' })
}

/** Gives up what is being read, or was. */
export function cancelImport(): void {
  closeImport()
  void call('import.cancel', null)
}

/** Notices whether anybody reads or works in the window; the answer ends it. */
function watchActivity(): () => boolean {
  const kinds = ['pointerdown', 'wheel', 'keydown'] as const
  let seen = false
  const notice = (event: Event) => {
    const isRest = event instanceof KeyboardEvent && event.repeat
    const isOwn = event.target instanceof Element && event.target.closest('.import-strip') !== null
    seen ||= !isRest && !isOwn
  }
  for (const kind of kinds) window.addEventListener(kind, notice, { capture: true, passive: true })
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, notice, { capture: true })
    return seen
  }
}
