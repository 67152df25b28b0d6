import { create } from 'zustand'

/** Who takes what is dropped on the window in place of the import. */
export interface DropTaker {
  /** What is said while something is held over the window. */
  readonly hint: string
  take(files: readonly File[]): void
}

export const useDropping = create<{ readonly taker: DropTaker | null }>(() => ({ taker: null }))

/** Has a view take what is dropped anywhere on the window. The function gives it back to the import. */
export function takeDrops(taker: DropTaker): () => void {
  useDropping.setState({ taker })
  return () => useDropping.setState((state) => (state.taker === taker ? { taker: null } : state))
}
