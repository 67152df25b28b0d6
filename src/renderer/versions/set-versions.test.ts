import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import { makeDocument } from '../../shared/testing/sample-records'
import { gathered, joined, moved } from './set-versions'

const versions = ['d1', 'd2', 'd3'].map((id) => gathered(makeDocument(id)))
const ids = (all: readonly { readonly document: DocumentId }[]) => all.map(({ document }) => document)

describe('the versions of a work while they are put together', () => {
  it('change places with their neighbours, and stay at the ends', () => {
    expect(ids(moved(versions, 0, 1))).toEqual(['d2', 'd1', 'd3'])
    expect(ids(moved(moved(versions, 0, 1), 1, -1))).toEqual(['d1', 'd2', 'd3'])
    expect(moved(versions, 0, -1)).toBe(versions)
    expect(moved(versions, 2, 1)).toBe(versions)
  })

  it('are joined by those of another work, each once; what is known of one that is there already stays', () => {
    const first = { document: 'd1' as DocumentId, rendering: 'official' as const }
    const more = [gathered(makeDocument('d3')), gathered(makeDocument('d1')), gathered(makeDocument('d4'))]
    expect(ids(joined([first], more))).toEqual(['d1', 'd3', 'd4'])
    expect(joined([first], more)[0]).toBe(first)
  })
})
