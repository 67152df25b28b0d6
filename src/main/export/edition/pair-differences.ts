import { differences } from '../../../shared/alignment/words/differences'
import { disagreements } from '../../../shared/alignment/words/disagreements'
import { sameLanguage } from '../../../shared/alignment/words/findings'
import { wordsOf } from '../../../shared/alignment/words/words'
import type { Span } from '../../../shared/model/offsets'
import type { AlignedWork } from '../aligned/aligned-work'
import { type PairDifferences, type StretchKind, stretchKinds } from './edition-data'

/** How two versions part, row by row: words where both are in one language, figures and names always. */
export function* pairDifferences(
  { versions, rows }: Pick<AlignedWork, 'versions' | 'rows'>,
  first: number,
  second: number
): Generator<void, PairDifferences> {
  const languages = [versions[first]?.language ?? '', versions[second]?.language ?? ''] as const
  const found: Record<number, number[]> = {}
  for (const [row, { sentences, starts }] of rows.entries()) {
    yield
    const [a, b] = [first, second].map((at) => joined(sentences[at] ?? [], starts[at] ?? []))
    if (!a?.text || !b?.text) continue
    const own = stretches([a, b], languages)
    if (own.length > 0) found[row] = own
  }
  return found
}

function stretches(cells: readonly [Joined, Joined], languages: readonly [string, string]): number[] {
  const [a, b] = cells
  const found: number[] = []
  const add = (side: 0 | 1, kind: StretchKind, within: Span) => {
    for (const [start, end] of cells[side].places(within))
      found.push(side, start, end, stretchKinds.indexOf(kind))
  }
  if (sameLanguage(...languages))
    for (const each of differences(a.text, b.text)) {
      if (each.kind === 'same') continue
      const kind = each.kind === 'moved' || each.kind === 'substituted' ? each.kind : 'alone'
      if (each.a && saysSomething(a.text, each.a)) add(0, kind, each.a)
      if (each.b && saysSomething(b.text, each.b)) add(1, kind, each.b)
    }
  for (const { kind, side, at } of disagreements(a.text, languages[0], b.text, languages[1]))
    add(side === 'a' ? 0 : 1, kind, at)
  return found
}

/** Whether a stretch holds more than articles, prepositions and the like. */
function saysSomething(text: string, { start, end }: Span): boolean {
  return wordsOf(text.slice(start, end)).some((word) => word.content)
}

interface Joined {
  readonly text: string
  /** The offsets in the document of a stretch of the joined text; one for each sentence that it touches. */
  places(within: Span): [number, number][]
}

function joined(sentences: readonly string[], starts: readonly number[]): Joined {
  let at = 0
  const parts = sentences.map((text, index) => {
    const own = { from: at, start: starts[index] ?? 0, length: text.length }
    at += text.length + 1
    return own
  })
  return {
    text: sentences.join(' '),
    places: (within) =>
      parts.flatMap(({ from, start, length }): [number, number][] => {
        const [left, right] = [Math.max(0, within.start - from), Math.min(length, within.end - from)]
        return right > left ? [[start + left, start + right]] : []
      })
  }
}
