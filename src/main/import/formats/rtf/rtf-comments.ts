import type { ParsedBlock } from '../../parsed'
import { commentPassages } from '../comment-passages'

/** The comments of an RTF document while it is read: marks around their words, then, behind them, who says what. */
export class RtfComments {
  private readonly written: string[] = []
  private length = 0
  private readonly places = new Map<string, { start: number; end: number }>()
  private readonly said: { id: string; memo: string }[] = []
  private author = ''
  private reference = ''

  begin(id: string): void {
    this.places.set(id, { start: this.length, end: this.length })
  }

  end(id: string): void {
    const place = this.places.get(id)
    if (place) place.end = this.length
  }

  /** Words of the text itself. */
  words(text: string): void {
    this.written.push(text)
    this.length += text.length
  }

  writtenBy(author: string): void {
    this.author = author
  }

  refersTo(id: string): void {
    this.reference = id
  }

  comment(text: string): void {
    this.said.push({ id: this.reference, memo: [this.author, text].filter(Boolean).join(': ') })
    this.reference = ''
  }

  passages(blocks: readonly ParsedBlock[]) {
    const comments = this.said.map(({ id, memo }) => ({
      ...(this.places.get(id) ?? { start: 0, end: 0 }),
      memo,
      created: null
    }))
    return commentPassages(this.written.join(''), comments, blocks)
  }
}
