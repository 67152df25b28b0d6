import type { Inline } from './blocks'

/** What stands in a line that holds line breaks, as a paragraph a line. */
export function splitLines(inlines: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind !== 'text' || !inline.text.includes('\n')) {
      paragraphs.at(-1)?.push(inline)
      continue
    }
    inline.text.split('\n').forEach((line, at) => {
      if (at > 0) paragraphs.push([])
      if (line !== '') paragraphs.at(-1)?.push({ ...inline, text: line })
    })
  }
  return paragraphs.filter((each, at) => each.length > 0 || at === 0)
}
