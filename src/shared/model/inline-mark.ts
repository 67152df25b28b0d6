import { z } from 'zod'

/** Addresses that a text may link to: of the network or of a person. Nothing is ever opened by itself. */
export const LinkAddress = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)\S+$/i)

/**
 * How a stretch of a block is set apart in what it came from; UTF-16 offsets within the block. It says nothing about the
 * words themselves, which are the same without it.
 */
export const InlineMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('emphasis'), start: z.int().min(0), end: z.int().min(1) }),
  z.object({ kind: z.literal('strong'), start: z.int().min(0), end: z.int().min(1) }),
  z.object({ kind: z.literal('link'), start: z.int().min(0), end: z.int().min(1), href: LinkAddress })
])
export type InlineMark = z.infer<typeof InlineMark>

interface Marked {
  readonly text: string
  readonly marks?: InlineMark[] | undefined
}

/** A stretch of a block, with what remains of its marks. */
export function sliceMarked<B extends Marked>(block: B, from: number, to = block.text.length): B {
  const { marks, ...rest } = { ...block, text: block.text.slice(from, to) }
  return { ...rest, ...marksWithin(moved(marks ?? [], -from), rest.text.length) } as B
}

/** A block with words put before its own. */
export function prefixed<B extends Marked>(block: B, prefix: string): B {
  return {
    ...block,
    text: prefix + block.text,
    ...marksWithin(moved(block.marks ?? [], prefix.length), Infinity)
  }
}

/** A block with other words: marks stay on what stands before and behind the change, as far as it does. */
export function reworded<B extends Marked>(block: B, text: string): B {
  const { text: old } = block
  const most = Math.min(old.length, text.length)
  let before = 0
  while (before < most && old[before] === text[before]) before++
  let after = 0
  while (after < most - before && old[old.length - 1 - after] === text[text.length - 1 - after]) after++
  const shift = text.length - old.length
  const place = (at: number, isEnd: boolean) =>
    at <= before ? at : at >= old.length - after ? at + shift : isEnd ? text.length - after : before
  const marks = (block.marks ?? []).map((mark) => ({
    ...mark,
    start: place(mark.start, false),
    end: place(mark.end, true)
  }))
  const { marks: _, ...rest } = { ...block, text }
  return { ...rest, ...marksWithin(marks, text.length) } as B
}

function moved(marks: readonly InlineMark[], by: number): InlineMark[] {
  return marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }))
}

function marksWithin(marks: readonly InlineMark[], length: number): { marks?: InlineMark[] } {
  const kept = marks.flatMap((mark) => {
    const [start, end] = [Math.max(0, mark.start), Math.min(length, mark.end)]
    return end > start ? [{ ...mark, start, end }] : []
  })
  return kept.length > 0 ? { marks: kept } : {}
}
