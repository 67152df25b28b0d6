import type { ExcerptRecord, ExcerptRendering } from '../../../shared/export/excerpt-record'
import { type Inline, type TextRun, text } from './blocks'
import { layoutWords } from './layout-words'
import { segmentsOf } from './segments'

const ellipsis = layoutWords('en').ellipsis

/** Whether words of a language stand without spaces between them. */
export function isSetSolid(language: string): boolean {
  return /^(zh|lzh|yue|cmn|wuu|nan|hak|ja)\b/i.test(language)
}

/**
 * A passage within its context: the words that were highlighted are marked where anything may stand around them, and an
 * ellipsis stands where its paragraph goes on. `inside` goes around the highlighted words.
 */
export function quotedInlines(
  excerpt: ExcerptRecord,
  language: string,
  isMarked: boolean,
  inside: (words: TextRun) => readonly Inline[] = (words) => [words]
): Inline[] {
  const space = isSetSolid(language) ? '' : ' '
  return [
    ...(excerpt.goesOnBefore ? [text(`${ellipsis}${space}`)] : []),
    ...(excerpt.before === '' ? [] : [text(excerpt.before)]),
    ...inside(text(excerpt.quote, isMarked ? { style: 'highlighted' } : {})),
    ...(excerpt.after === '' ? [] : [text(excerpt.after)]),
    ...(excerpt.goesOnAfter ? [text(`${space}${ellipsis}`)] : [])
  ]
}

/** What another version says: what is highlighted in parallel is marked, and so are words that differ. */
export function renderingRuns({ text: words, highlighted, differences }: ExcerptRendering): TextRun[] {
  const spans = [
    ...differences.map((each) => ({ ...each, setting: 'difference' as const })),
    ...(highlighted ? [{ ...highlighted, setting: 'highlighted' as const }] : [])
  ]
  return segmentsOf(words.length, spans).map(({ start, end, settings }) => {
    const isDifferent = settings.includes('difference')
    const isHighlighted = settings.includes('highlighted')
    return text(words.slice(start, end), {
      ...(isHighlighted
        ? { style: 'highlighted' as const }
        : isDifferent
          ? { style: 'difference' as const }
          : {}),
      ...(isHighlighted && isDifferent ? { underline: true as const } : {})
    })
  })
}
