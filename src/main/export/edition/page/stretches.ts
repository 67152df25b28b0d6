import { type EditionData, stretchKinds } from '../edition-data'
import type { Stretch } from './decorate'
import type { Hit } from './search'
import type { Sentence } from './sentences'
import type { Choice } from './state'

/** What is set apart in a sentence as a reader has chosen: how it parts from the base, and what is searched for. */
export function stretchesIn(
  sentence: Sentence,
  { base }: Pick<Choice, 'base'>,
  data: Pick<EditionData, 'differences' | 'versions' | 'words'>,
  hits: readonly Hit[],
  present: Hit | undefined
): Stretch[] {
  const found = base === null ? [] : partsFrom(sentence, base, data)
  for (const hit of hits)
    if (hit.sentence === sentence)
      found.push({ start: hit.start, end: hit.end, kind: hit === present ? 'found now' : 'found', title: '' })
  return found
}

function partsFrom(
  sentence: Sentence,
  base: number,
  { differences, versions, words }: Pick<EditionData, 'differences' | 'versions' | 'words'>
): Stretch[] {
  const others = sentence.version === base ? versions.map((_, at) => at).filter((at) => at !== base) : [base]
  const found: Stretch[] = []
  for (const other of others) {
    const [low, high] = [Math.min(sentence.version, other), Math.max(sentence.version, other)]
    const own = differences[`${low}-${high}`]?.[sentence.row] ?? []
    const side = sentence.version === low ? 0 : 1
    for (let at = 0; at < own.length; at += 4) {
      const [whose, start = 0, end = 0, number = 0] = own.slice(at, at + 4)
      const kind = stretchKinds[number]
      if (whose !== side || kind === undefined) continue
      // In the base only what the others leave out: what they say otherwise is marked in them.
      if (sentence.version === base && kind !== 'alone') continue
      const from = Math.max(0, start - sentence.start)
      const to = Math.min(sentence.text.length, end - sentence.start)
      const said = sentence.version === base ? 'leftOut' : kind
      if (to > from) found.push({ start: from, end: to, kind: `parts-${said}`, title: words.kinds[said] })
    }
  }
  return found
}
