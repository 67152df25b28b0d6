const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A text of at most so many UTF-16 units, cut between words and with an ellipsis where it is longer. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of words.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most - 1) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd() || Array.from(text.slice(0, most - 2)).join('')}…`
}
