import type { ParsedBlock, ParsedPassage } from '../parsed'
import { type Commented, commentPassages } from './comment-passages'
import { instantOf } from './parse-timestamp'
import { attribute, childrenNamed, firstNamed, localName, tidy } from './xml'

/** A stretch of what a document says: the text itself is one, each note another. */
interface Stretch {
  readonly parts: string[]
  length: number
}

interface Place {
  readonly stretch: Stretch
  readonly start: number
  readonly end: number
}

interface Open {
  readonly stretch: Stretch
  readonly start: number
  /** Where its paragraph stands, once that has been read. */
  paragraph: Place | null
  readonly memo: string
  readonly created: string | null
}

/**
 * The comments of an OpenDocument text while it is read. Where they begin and end is told by the words that were said so
 * far; they are found in the blocks afterwards, however those were made of the words. One without an end stands on its
 * whole paragraph.
 */
export class OdtComments {
  private readonly stretches: Stretch[] = [{ parts: [], length: 0 }]
  private current: Stretch = this.stretches[0] ?? { parts: [], length: 0 }
  private paragraph = 0
  private readonly open = new Map<string, Open>()
  private endless: Open[] = []
  private readonly found: (Commented & { stretch: Stretch })[] = []

  words(text: string): void {
    this.current.parts.push(text)
    this.current.length += text.length
  }

  beginParagraph(): void {
    this.words('\n')
    this.paragraph = this.current.length
  }

  endParagraph(): void {
    const place = { stretch: this.current, start: this.paragraph, end: this.current.length }
    for (const { memo, created } of this.endless) this.found.push({ ...place, memo, created })
    this.endless = []
    for (const own of this.open.values()) own.paragraph ??= place
  }

  begin(annotation: Element): void {
    const words = childrenNamed(annotation, 'p').map((each) => tidy(wordsOf(each)))
    const author = tidy(firstNamed(annotation, 'creator')?.textContent)
    const memo = [author, words.filter(Boolean).join('\n\n')].filter(Boolean).join(': ')
    const created = instantOf(tidy(firstNamed(annotation, 'date')?.textContent))
    const name = attribute(annotation, 'name')
    const own: Open = { stretch: this.current, start: this.current.length, paragraph: null, memo, created }
    if (name === null) this.endless.push(own)
    else this.open.set(name, own)
  }

  end(name: string): void {
    const own = this.open.get(name)
    if (!own) return
    this.open.delete(name)
    this.found.push({ ...own, end: own.stretch === this.current ? this.current.length : own.stretch.length })
  }

  /** Reads something that does not stand here in the text but elsewhere, a note. */
  aside<T>(read: () => T): T {
    const { current, paragraph, endless } = this
    this.current = { parts: [], length: 0 }
    this.endless = []
    this.stretches.push(this.current)
    const done = read()
    this.endParagraph()
    this.current = current
    this.paragraph = paragraph
    this.endless = endless
    return done
  }

  passages(blocks: readonly ParsedBlock[]): { passages: ParsedPassage[]; lost: number } {
    const starts = new Map<Stretch, number>()
    let length = 0
    for (const stretch of this.stretches) {
      starts.set(stretch, length)
      length += stretch.length
    }
    const withoutEnd = [...this.open.values()].flatMap(({ paragraph, memo, created }) =>
      paragraph ? [{ ...paragraph, memo, created }] : []
    )
    const comments = [...this.found, ...withoutEnd].map(({ stretch, start, end, ...rest }) => {
      const from = starts.get(stretch) ?? 0
      return { ...rest, start: from + start, end: from + end }
    })
    const said = this.stretches.flatMap(({ parts }) => parts).join('')
    const { passages, lost } = commentPassages(said, comments, blocks)
    return { passages, lost: lost + this.open.size - withoutEnd.length + this.endless.length }
  }
}

/** What a paragraph of a comment says; spaces and line breaks may be elements. */
function wordsOf(paragraph: Element): string {
  return Array.from(paragraph.childNodes, (child) => {
    if (child.nodeType !== 1) return child.textContent ?? ''
    const element = child as Element
    return ['s', 'tab', 'line-break'].includes(localName(element)) ? ' ' : wordsOf(element)
  }).join('')
}
