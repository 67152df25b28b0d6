import type { DocumentId } from '../../shared/model/ids'

/**
 * So many texts that a window has left stay with it, and so many characters (UTF-16) of them: one comes back to them. A book
 * of 1.2 million words has 7 million.
 */
const mostTexts = 12
const mostCharacters = 12_000_000

/** The texts that a window has left, the one left first in front. Tells which are to be let go. */
export class LeftTexts {
  private readonly characters = new Map<DocumentId, number>()

  constructor(
    private readonly texts = mostTexts,
    private readonly most = mostCharacters
  ) {}

  /** A text of so many characters is left. Gives those that there is no room for any more. */
  leave(id: DocumentId, characters: number): DocumentId[] {
    this.characters.delete(id)
    this.characters.set(id, characters)
    let sum = [...this.characters.values()].reduce((total, each) => total + each, 0)
    const gone: DocumentId[] = []
    for (const [each, own] of this.characters) {
      if (sum <= this.most && this.characters.size <= this.texts) break
      this.characters.delete(each)
      gone.push(each)
      sum -= own
    }
    return gone
  }

  /** A text is shown again. Tells whether it had stayed here. */
  comeBack(id: DocumentId): boolean {
    return this.characters.delete(id)
  }

  /** None is to stay. Gives those that did. */
  clear(): DocumentId[] {
    const all = [...this.characters.keys()]
    this.characters.clear()
    return all
  }
}
