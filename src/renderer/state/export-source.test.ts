import { beforeEach, describe, expect, it } from 'vitest'
import type { ExportSource } from '../../shared/ipc/export-request'
import type { AnnotationId, DocumentId, ThemeId } from '../../shared/model/ids'
import { takeDrops, useDropping } from './dropping'
import { excerptsHere, goToExport, reportExportSources } from './export-source'
import { type Route, useNavigation } from './navigation'

const [document, other] = ['d1', 'd2'] as [DocumentId, DocumentId]
const go = (place: Route) => useNavigation.setState({ place })
const offered = () => {
  const { place } = useNavigation.getState()
  return place.name === 'export' ? place.sources.map((each) => each.of) : []
}
const chosen = () => {
  const { place } = useNavigation.getState()
  return place.name === 'export' ? place.source : null
}

beforeEach(() => go({ name: 'library' }))

describe('what is exported', () => {
  it('is that which is meant in the place one comes from, with all else at hand', () => {
    go({ name: 'reader', document })
    expect(excerptsHere()).toMatchObject({ query: { documents: [document] } })
    goToExport()
    expect(chosen()).toMatchObject({ of: 'excerpts', query: { documents: [document] } })
    expect(offered()).toEqual(['excerpts', 'document', 'excerpts', 'codebook', 'project'])
    go({ name: 'annotations', filter: { themes: ['t1' as ThemeId] } })
    goToExport()
    expect(chosen()).toMatchObject({ query: { themes: ['t1'] } })
    go({ name: 'themes' })
    goToExport()
    expect([chosen()?.of, offered()]).toEqual(['codebook', ['codebook', 'excerpts', 'project']])
  })

  it('is what is ticked there first of all, and only as long as its view is there', () => {
    go({ name: 'annotations', filter: {} })
    const ticked: ExportSource = { of: 'excerpts', query: {}, chosen: ['a1' as AnnotationId] }
    const stop = reportExportSources(() => [ticked])
    expect(excerptsHere()).toEqual(ticked)
    const stopNext = reportExportSources(() => [])
    stop()
    expect(excerptsHere().chosen).toBeNull()
    stopNext()
    expect(excerptsHere()).toMatchObject({ query: {}, chosen: null })
  })

  it('is what was asked for by name, named once; whoever is at the desk stays there', () => {
    go({ name: 'reader', document })
    goToExport({ of: 'document', document })
    expect(chosen()).toEqual({ of: 'document', document })
    expect(offered().filter((each) => each === 'document')).toHaveLength(1)
    goToExport()
    expect(chosen()).toEqual({ of: 'document', document })
    goToExport({ of: 'document', document: other })
    expect(chosen()).toEqual({ of: 'document', document: other })
    goToExport({ of: 'work', documents: [document, other], from: null })
    expect(offered()[0]).toBe('work')
  })
})

it('what is dropped goes to the view that asks for it last, and to the import when none does', () => {
  const taken: string[] = []
  const taker = (hint: string) => ({ hint, take: () => void taken.push(hint) })
  const stop = takeDrops(taker('one'))
  const stopOther = takeDrops(taker('two'))
  stop()
  useDropping.getState().taker?.take([])
  stopOther()
  expect([taken, useDropping.getState().taker]).toEqual([['two'], null])
})
