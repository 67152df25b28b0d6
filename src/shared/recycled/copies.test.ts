import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentHash, DocumentId } from '../model/ids'
import { type Copies, copyFacts, countedOnce } from './copies'

const documents = ['d0', 'd1', 'd2'].map((id) => ({
  id: id as DocumentId,
  text: `text of ${id}` as ContentHash
}))
const byId = <T>(all: readonly T[]) =>
  new Map(all.flatMap((each, at) => (documents[at] ? [[documents[at].id, each] as const] : [])))

/** By document: the places of passages, as start, end and passage. */
function copiesOf(
  places: readonly (readonly (readonly [number, number, number])[])[],
  rank = [0, 1, 2],
  work = [0, 1, 2]
): Copies {
  const columns = places.map((own, at) => ({
    revision: documents[at]?.text ?? ('' as ContentHash),
    starts: own.map(([start]) => start),
    ends: own.map(([, end]) => end),
    passages: own.map(([, , passage]) => passage)
  }))
  return { places: byId(columns), rank: byId(rank), work: byId(work) }
}

/** The hits that are left, of hits by document and start. */
function left(hits: readonly (readonly [number, number])[], copies: Copies, order = [...hits.keys()]) {
  const columns = { document: hits.map(([at]) => at), start: hits.map(([, start]) => start) }
  const facts = copyFacts(columns, documents, copies)
  return Array.from(countedOnce(Uint32Array.from(order), columns.document, facts), (hit) => hits[hit])
}

describe('hits in recycled text', () => {
  it('count once, where they stand first by date', () => {
    const copies = copiesOf([[[10, 50, 0]], [[0, 40, 0]]], [1, 0, 2])
    expect(
      left(
        [
          [0, 5],
          [0, 20],
          [1, 10],
          [2, 3]
        ],
        copies
      )
    ).toEqual([
      [0, 5],
      [1, 10],
      [2, 3]
    ])
  })

  it('stand for each other one by one where a passage has several', () => {
    const copies = copiesOf([[[0, 50, 0]], [[0, 50, 0]]])
    expect(
      left(
        [
          [0, 5],
          [0, 20],
          [1, 5],
          [1, 20],
          [1, 30]
        ],
        copies
      )
    ).toEqual([
      [0, 5],
      [0, 20],
      [1, 30]
    ])
  })

  it('stay in the versions of one work: they are no copies', () => {
    const copies = copiesOf([[[0, 50, 0]], [[0, 50, 0]], [[0, 50, 0]]], [0, 1, 2], [0, 0, 1])
    expect(
      left(
        [
          [0, 5],
          [1, 5],
          [2, 5]
        ],
        copies
      )
    ).toEqual([
      [0, 5],
      [1, 5]
    ])
  })

  it('stay where the first of them is no longer among the lines', () => {
    const copies = copiesOf([[[0, 50, 0]], [[0, 50, 0]]])
    expect(
      left(
        [
          [0, 5],
          [1, 5]
        ],
        copies,
        [1]
      )
    ).toEqual([[1, 5]])
  })

  it('stay where the text is another than the one that was looked through', () => {
    const { places, ...rest } = copiesOf([[[0, 50, 0]], [[0, 50, 0]]])
    const other = new Map(
      [...places].map(([id, own]) => [id, id === 'd1' ? { ...own, revision: 'other' as ContentHash } : own])
    )
    expect(
      left(
        [
          [0, 5],
          [1, 5]
        ],
        { ...rest, places: other }
      )
    ).toEqual([
      [0, 5],
      [1, 5]
    ])
  })

  it('keep their order, lose nothing outside passages, and leave one of each that stand for each other', () => {
    const place = fc
      .tuple(fc.nat(4), fc.nat(3))
      .map(([at, passage]) => [at * 10, at * 10 + 8, passage] as const)
    const row = fc
      .uniqueArray(place, { selector: ([start]) => start, maxLength: 4 })
      .map((all) => all.toSorted((a, b) => a[0] - b[0]))
    const hit = fc.tuple(fc.nat(2), fc.nat(60))
    fc.assert(
      fc.property(
        fc.tuple(row, row, row),
        fc.uniqueArray(hit, { selector: String, maxLength: 30 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
        (places, given, rank) => {
          const hits = given.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
          const stay = left(hits, copiesOf(places, rank))
          expect(stay).toEqual(hits.filter((each) => stay.includes(each)))
          const inPassage = ([at, start]: readonly [number, number]) =>
            places[at]?.some(([from, to]) => from <= start && start < to)
          for (const each of hits) if (!inPassage(each)) expect(stay).toContain(each)
          const columns = { document: hits.map(([at]) => at), start: hits.map(([, start]) => start) }
          const { alike } = copyFacts(columns, documents, copiesOf(places, rank))
          const told = new Set(hits.flatMap((each, hit) => (stay.includes(each) ? [alike[hit]] : [])))
          for (const hit of hits.keys()) expect(told).toContain(alike[hit])
        }
      )
    )
  })
})
