/** A note beside a line: the name of a theme, and a memo under it. */
export interface Note {
  readonly key: string
  /** The line it belongs to, in pixels. */
  readonly top: number
  readonly name: string
  readonly memo: string
}

const nameHeight = 15
const memoLine = 16
const memoLines = 3
/** A note that would stand further from its line than this is left out: the side panel has it. */
const mostShift = 120

/** Puts notes beside their lines, each under the one before; pixels. */
export function placeNotes(notes: readonly Note[]): Note[] {
  let free = Number.NEGATIVE_INFINITY
  const placed: Note[] = []
  for (const note of notes.toSorted((a, b) => a.top - b.top)) {
    if (note.name === '' && note.memo === '') continue
    const top = Math.max(note.top, free)
    if (top - note.top > mostShift) continue
    placed.push({ ...note, top })
    free = top + (note.name === '' ? 0 : nameHeight) + (note.memo === '' ? 0 : heightOf(note.memo))
  }
  return placed
}

function heightOf(memo: string): number {
  return Math.min(memoLines, Math.ceil(memo.length / 20)) * memoLine + 6
}
