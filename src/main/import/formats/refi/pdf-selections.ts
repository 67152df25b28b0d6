import type { ParsedPassage } from '../../parsed'
import { onlyPlaceOf } from '../comment-passages'
import { childrenNamed } from '../xml'
import { guidOf } from './guid'
import { codedBy, type Known, type Passages } from './selections'

/**
 * Selections on the pages of a PDF. Those that its plain text has too are known already; others say the words beneath
 * them, which are sought in the text and must stand there once. A part of a page without words is counted as lost.
 */
export function pdfPassages(
  source: Element,
  text: string,
  there: readonly ParsedPassage[],
  known: Known
): Passages {
  const inText = new Set(
    childrenNamed(source, 'Representation').flatMap((each) =>
      childrenNamed(each, 'PlainTextSelection').map(guidOf)
    )
  )
  const passages: ParsedPassage[] = []
  let lost = 0
  for (const selection of childrenNamed(source, 'PDFSelection')) {
    if (inText.has(guidOf(selection))) continue
    const place = onlyPlaceOf(wordsOf(selection), text)
    if (!place) lost++
    else {
      const own = { ...place, ...codedBy(selection, known) }
      // What reaches over a page's end is a selection on each page, and one in the text.
      if (!there.some((passage) => holds(passage, own))) passages.push(own)
    }
  }
  return { passages, lost }
}

function wordsOf(selection: Element): string {
  return childrenNamed(selection, 'Representation')
    .flatMap((each) => childrenNamed(each, 'PlainTextContent'))
    .map(({ textContent }) => textContent ?? '')
    .join(' ')
}

function holds(passage: ParsedPassage, other: ParsedPassage): boolean {
  const themes = new Set(passage.themes.map((path) => JSON.stringify(path)))
  return (
    passage.start <= other.start &&
    passage.end >= other.end &&
    passage.coder === other.coder &&
    (other.memo === '' || other.memo === passage.memo) &&
    other.themes.every((path) => themes.has(JSON.stringify(path)))
  )
}
