/** A sentence as it stands in the running text. */
export class Sentence {
  readonly row: number
  /** Where it begins in its version's text (UTF-16). */
  readonly start: number
  private words: string | null = null

  constructor(
    readonly element: HTMLElement,
    readonly version: number,
    /** Its place among the sentences of its version. */
    readonly order: number
  ) {
    this.row = Number(element.dataset.r)
    this.start = Number(element.dataset.s)
  }

  get text(): string {
    this.words ??= this.element.textContent ?? ''
    return this.words
  }
}

/** All sentences of the page, by version and by row. */
export class Sentences {
  readonly byVersion: readonly (readonly Sentence[])[]
  private readonly byRow: Sentence[][][]

  constructor(versions: number, rows: number) {
    this.byRow = Array.from({ length: rows }, () => Array.from({ length: versions }, () => []))
    this.byVersion = Array.from({ length: versions }, (_, version) => {
      const elements = document.querySelectorAll<HTMLElement>(`.version[data-version="${version}"] .s`)
      return Array.from(elements, (element, order) => {
        const sentence = new Sentence(element, version, order)
        this.byRow[sentence.row]?.[version]?.push(sentence)
        return sentence
      })
    })
  }

  /** What a version says in a row, in the order of its text. */
  in(row: number, version: number): readonly Sentence[] {
    return this.byRow[row]?.[version] ?? []
  }
}

/** What stands in the text between two sentences that follow each other, for a cell in which they stand together. */
export function between(first: Sentence, second: Sentence): string {
  if (second.order !== first.order + 1) return ' … '
  if (first.element.parentElement !== second.element.parentElement) return '\n'
  let gap = ''
  for (let at = first.element.nextSibling; at && at !== second.element; at = at.nextSibling)
    gap += at.textContent ?? ''
  return gap
}
