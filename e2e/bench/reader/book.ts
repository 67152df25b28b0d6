import { describe } from '../../../src/shared/anchoring/describe'
import type { Annotation } from '../../../src/shared/model/annotation'
import { span } from '../../../src/shared/model/span'
import type { Block } from '../../../src/shared/model/text-content'
import { coder, hash, makeAnnotation } from '../../../src/shared/testing/sample-records'
import { blockSpans, canonicalText } from '../../../src/shared/text/canonical'

/** A text of so many words with so many highlights, two in five of them over another. The same at every call. */
export interface Book {
  readonly blocks: Block[]
  readonly text: string
  readonly annotations: Annotation[]
}

const themeCount = 20
const stems =
  'office form gate river port notice province window service desk visit stamp ledger quota harvest rail bridge clerk permit queue'.split(
    ' '
  )

export function makeBook(words: number, highlights: number): Book {
  const random = mulberry(words + highlights)
  const blocks: Block[] = []
  let left = words
  let number = 0
  while (left > 0) {
    const heading = blocks.length % 40 === 0
    const length = heading ? 4 : 40 + Math.floor(random() * 80)
    const text = Array.from({ length }, (_, index) => {
      const stem = stems[Math.floor(random() * stems.length)] ?? ''
      return index % 13 === 12 ? `${stem}.` : stem
    }).join(' ')
    blocks.push(
      heading
        ? { kind: 'heading', level: 2, number: null, text: `Part ${blocks.length / 40 + 1}: ${text}` }
        : { kind: 'paragraph', number: ++number, text }
    )
    left -= length
  }
  const text = canonicalText(blocks)
  const spans = blockSpans(blocks).filter((each) => each.end - each.start > 120)
  const annotations: Annotation[] = []
  const step = spans.length / highlights
  for (let i = 0; i < highlights; i++) {
    const block = spans[Math.floor(i * step)]
    if (!block) continue
    const before = annotations.at(-1)?.selector
    const over = i % 5 < 2 && before && before.start >= block.start && before.end + 40 < block.end
    const start = over ? before.start + 5 : block.start + Math.floor(random() * 60)
    const selector = describe(text, span(start, Math.min(block.end, start + 30 + (i % 50))), hash)
    const base = makeAnnotation(`a${i}`, 'dbook', [`t${i % themeCount}`])
    if (selector) annotations.push({ ...base, coder: coder.id, selector })
  }
  return { blocks, text, annotations }
}

/** A small seeded generator of random numbers (Mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
