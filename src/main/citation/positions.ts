import type { DocumentId } from '../../shared/model/ids'

/** Where a cite stands among the others, by the numbers that citeproc has for it. */
export interface CitePosition {
  readonly position: 0 | 1 | 2 | 3
  readonly nearNote: boolean
  /** The note in which the document was first cited; 0 in that note, and where there are no notes. */
  readonly firstNote: number
}

const [first, subsequent, ibid, ibidWithLocator] = [0, 1, 2, 3] as const

/**
 * Tells the position of each cite as they come, one to a note, by the rules of CSL
 * (https://docs.citationstyles.org/en/stable/specification.html#locators): ibid only right after the same document, and not where
 * that had a locator and this has none.
 */
export class Positions {
  readonly #firstNote = new Map<string, number>()
  readonly #lastNote = new Map<string, number>()
  #previous: { readonly document: string; readonly locator: string } | null = null
  #count = 0

  /** @param nearNoteDistance in notes. @param inNotes whether each cite is a note. */
  constructor(
    readonly nearNoteDistance: number,
    readonly inNotes: boolean
  ) {}

  /** The position of the next cite; `locator` is all that tells it apart, empty where there is none. */
  next(document: DocumentId, locator: string): CitePosition {
    const note = this.inNotes ? ++this.#count : 0
    const previous = this.#previous
    this.#previous = { document, locator }
    const firstNote = this.#firstNote.get(document)
    const distance = note - (this.#lastNote.get(document) ?? 0)
    this.#lastNote.set(document, note)
    if (firstNote === undefined) {
      this.#firstNote.set(document, note)
      return { position: first, nearNote: false, firstNote: 0 }
    }
    const isSame = previous?.document === document
    return {
      position: isSame ? again(previous?.locator ?? '', locator) : subsequent,
      nearNote: !this.inNotes || distance <= this.nearNoteDistance,
      firstNote
    }
  }
}

function again(previous: string, locator: string): 1 | 2 | 3 {
  if (previous === '') return locator === '' ? ibid : ibidWithLocator
  if (locator === '') return subsequent
  return previous === locator ? ibid : ibidWithLocator
}
