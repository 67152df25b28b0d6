import { describe, expect, it } from 'vitest'
import type { VariorumDocument } from '../../shared/model/document'
import { groupByWork } from '../../shared/model/versions'
import { makeDocument } from '../../shared/testing/sample-records'
import { sortDocuments } from './sort-documents'

function titled(title: string, date: string | null = null): VariorumDocument {
  const published = date === null ? null : { date, precision: 'year' as const }
  return { ...makeDocument(title.replaceAll(' ', '')), title, published }
}

const titles = (documents: readonly VariorumDocument[]) => documents.map(({ title }) => title)

describe('texts in a list', () => {
  const bulletins = ['Bulletin 10', 'Bulletin 2', 'Bulletin 1', 'Bulletin 100'].map((each) => titled(each))
  const counted = ['Bulletin 1', 'Bulletin 2', 'Bulletin 10', 'Bulletin 100']

  it('are counted, not spelt', () => {
    expect(titles(sortDocuments(bulletins, { column: 'title', descending: false }))).toEqual(counted)
    expect(groupByWork(bulletins, () => undefined).flatMap(({ members }) => titles(members))).toEqual(counted)
  })

  it('come last where they have no date, either way round', () => {
    const dated = [titled('No date'), titled('Late', '2020'), titled('Early', '1999')]
    const by = (descending: boolean) => titles(sortDocuments(dated, { column: 'published', descending }))
    expect(by(false)).toEqual(['Early', 'Late', 'No date'])
    expect(by(true)).toEqual(['Late', 'Early', 'No date'])
  })
})
