import type { InlineMark } from '../../../shared/model/inline-mark'
import type { Block } from '../../../shared/model/text-content'

/** Marks as importers put them: those that touch are one. What crosses is cut, and put together again on reading. */
export function normalBlocks(blocks: readonly Block[]): unknown[] {
  return blocks.map(({ marks: own, number: _, ...rest }) => ({
    ...rest,
    covered: coveredBy(own ?? [], rest.text)
  }))
}

/** For each kind of mark the letters that it covers, white space aside. */
function coveredBy(own: readonly InlineMark[], text: string): string[] {
  return (['emphasis', 'strong', 'link'] as const).map((kind) =>
    Array.from({ length: text.length }, (_, at) => {
      const isWithin = own.some((mark) => mark.kind === kind && mark.start <= at && at < mark.end)
      return /\s/.test(text[at] ?? '') ? ' ' : isWithin ? 'x' : '.'
    }).join('')
  )
}

/** Whole blocks in bold or italics are a style to importers, and no emphasis. */
export function withoutStyles(blocks: readonly Block[]): Block[] {
  return blocks.map((each) => {
    const covered = coveredBy(each.marks ?? [], each.text)
    const kept = (each.marks ?? []).filter(
      ({ kind }) => kind === 'link' || covered[kind === 'emphasis' ? 0 : 1]?.includes('.')
    )
    return { ...each, marks: kept }
  })
}
