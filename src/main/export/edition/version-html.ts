import type { Span, Utf16Offset } from '../../../shared/model/offsets'
import { span } from '../../../shared/model/span'
import { blockSpans, canonicalText } from '../../../shared/text/canonical'
import type { AlignedWork } from '../aligned/aligned-work'
import { blocksHtml, type MadeBlock } from '../html/block-html'
import { marksBySpan } from '../html/cut'
import { markedHtml, type TextMark } from '../html/marked-text'
import { type Html, type HtmlPart, html } from '../html/markup'

/** A sentence of a version and the row of the comparison that it stands in. */
interface RowSentence extends Span {
  readonly row: number
}

/** The sentences of a version in the order of its text. */
export function sentencesOf({ rows }: Pick<AlignedWork, 'rows'>, version: number): RowSentence[] {
  return rows
    .flatMap(({ sentences, starts }, row) =>
      (sentences[version] ?? []).map((text, at) => {
        const start = starts[version]?.[at] ?? 0
        return { ...span(start, start + text.length), row }
      })
    )
    .sort((a, b) => a.start - b.start)
}

/** Headings of a version stand below the page's title and the version's name. */
const topLevel = 3

/** The text of a version: each sentence an element that says its row and where it begins, highlights marked in it. */
export function versionHtml(
  work: AlignedWork,
  version: number,
  marks: readonly TextMark[],
  reference: (note: number | null) => Html
): Html {
  const blocks = work.blocks[version] ?? []
  const furniture = new Set(work.versions[version]?.furniture)
  const text = canonicalText(blocks)
  const spans = blockSpans(blocks)
  const marksOf = marksBySpan(spans, marks)
  const sentences = marksBySpan(spans, sentencesOf(work, version))
  const made: MadeBlock[] = blocks.map((content, index) => {
    const block = spans[index] ?? span(0, 0)
    const stretch = (own: Span) =>
      own.end > own.start
        ? markedHtml({ own, block, content, marks: marksOf[index] ?? [] }, text, ({ note }) =>
            reference(note)
          )
        : null
    const parts: HtmlPart[] = []
    let at: Utf16Offset = block.start
    for (const { start, end, row } of sentences[index] ?? []) {
      const own = span(Math.max(start, at), Math.min(end, block.end))
      parts.push(
        stretch({ start: at, end: own.start }),
        html`<span class="s" data-r="${row}" data-s="${own.start}">${stretch(own)}</span>`
      )
      at = own.end
    }
    parts.push(stretch({ start: at, end: block.end }))
    return {
      block: content,
      id: `v${version}b${index}`,
      words: html`${parts}`,
      furniture: furniture.has(index)
    }
  })
  return blocksHtml(made, topLevel)
}
