import type { AlignedWork } from '../aligned/aligned-work'
import type { NamedStretch } from './tei-inline'
import { sentenceId } from './tei-stand-off'

/** For each version and row its sentences by name; they are numbered in the order of their text. */
export function namedSentences({ versions, rows }: AlignedWork): NamedStretch[][][] {
  return versions.map((_, at) => {
    const own = rows.map((row) =>
      (row.sentences[at] ?? []).map((words, k) => {
        const start = row.starts[at]?.[k] ?? 0
        return { start, end: start + words.length }
      })
    )
    const order = own.flat().sort((a, b) => a.start - b.start)
    const numbers = new Map(order.map((each, index) => [each, index + 1]))
    return own.map((row) => row.map((each) => ({ ...each, id: sentenceId(at + 1, numbers.get(each) ?? 0) })))
  })
}
