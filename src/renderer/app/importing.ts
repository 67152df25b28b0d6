import { create } from 'zustand'
import type { Answer } from '../../shared/ipc/answers'
import type { IncomingFiles } from '../../shared/ipc/import-answers'
import { showError } from './api/toasts'

/** The import that is under way, if there is one; its dialog shows it. */
export const useImporting = create<{ readonly reading: Promise<IncomingFiles | null> | null }>(() => ({
  reading: null
}))

export function openImport(asked: Promise<Answer<'import.read'>>): void {
  const reading = asked.then((answer) => {
    if (answer.ok) return answer.value
    showError(answer.error)
    return null
  })
  useImporting.setState({ reading })
}

export function closeImport(): void {
  useImporting.setState({ reading: null })
}
