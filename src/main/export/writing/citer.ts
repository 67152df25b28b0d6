import { citation } from '../../../shared/excerpts/citation'
import type { RichText } from '../../../shared/export/rich-text'
import type { DocumentId } from '../../../shared/model/ids'
import type { ExcerptItem, ExcerptsModel, References } from '../format'
import type { ExportWords } from '../words'

/** Cites excerpts in the order in which they are written; then knows which works were cited. */
export interface Citer {
  cite(items: readonly ExcerptItem[]): readonly ExcerptItem[]
  bibliography(): ReturnType<ExcerptsModel['bibliography']>
}

/** Cites by title, publisher, date and place, in no style but our own. */
export class PlainCiter implements Citer {
  private readonly cited = new Map<DocumentId, RichText>()

  constructor(
    private readonly documents: References['documents'],
    private readonly words: ExportWords
  ) {}

  cite(items: readonly ExcerptItem[]): readonly ExcerptItem[] {
    return items.map((item) => {
      if (item.kind === 'heading') return item
      const { excerpt } = item
      const document = this.documents.get(excerpt.document)
      if (!document) return item
      if (!this.cited.has(document.id))
        this.cited.set(document.id, [{ text: citation(document, nowhere, this.words) }])
      const text = citation(document, excerpt.locator, this.words)
      const earlier =
        excerpt.earlier === null ? '' : `, ${this.words.earlier.replace('{{date}}', excerpt.earlier)}`
      const said: RichText = [{ text: text + earlier }]
      return { kind: 'excerpt', excerpt: { ...excerpt, cited: { note: said, inText: said } } }
    })
  }

  bibliography(): ReturnType<Citer['bibliography']> {
    return [...this.cited].map(([document, entry]) => ({ document, entry }))
  }
}

const nowhere = { page: null, sheet: null, time: null, paragraph: null, sentence: null, begins: null }
