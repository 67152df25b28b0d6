import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../shared/model/ids'
import { go, goBack, goForward, goHome, type Place, reportWhere, usePlaces } from './places'

const d1 = 'd1' as DocumentId
const reader: Place = { name: 'reader', document: d1 }
const place = fc.constantFrom<Place>({ name: 'library' }, { name: 'themes' }, reader, {
  name: 'search',
  query: 'snow'
})

beforeEach(goHome)

describe('going from place to place', () => {
  it('leads back the same way, and on again', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), fc.nat(30), (places, steps) => {
        goHome()
        for (const each of places) go(each)
        const way: Place[] = [{ name: 'library' }, ...places]
        const back = Math.min(steps, places.length)
        for (let step = 0; step < back; step++) goBack()
        expect(usePlaces.getState().place).toEqual(way[places.length - back])
        for (let step = 0; step < back; step++) goForward()
        expect(usePlaces.getState()).toMatchObject({ place: way.at(-1), past: way.slice(0, -1), future: [] })
      })
    )
  })

  it('stays where it is at either end, and forgets what lay ahead when one goes elsewhere', () => {
    goBack()
    goForward()
    expect(usePlaces.getState()).toMatchObject({ place: { name: 'library' }, past: [], future: [] })
    go(reader)
    goBack()
    go({ name: 'themes' })
    goForward()
    expect(usePlaces.getState().place).toEqual({ name: 'themes' })
  })

  it('leads back to where one was in a text, not to where one came in', () => {
    go(reader)
    let at = 10
    const stop = reportWhere((from) => (from.name === 'reader' ? { ...from, at } : from))
    at = 70
    go({ name: 'themes' })
    goBack()
    expect(usePlaces.getState().place).toEqual({ ...reader, at: 70 })
    stop()
    go({ name: 'themes' })
    goBack()
    expect(usePlaces.getState().place).toEqual({ ...reader, at: 70 })
  })

  it('is told where one is by the view that is shown, not by one that goes after the next has come', () => {
    go(reader)
    const first = reportWhere((from) => ({ ...from, ...(from.name === 'reader' ? { at: 1 } : {}) }))
    reportWhere((from) => ({ ...from, ...(from.name === 'reader' ? { at: 2 } : {}) }))
    first()
    go({ name: 'themes' })
    expect(usePlaces.getState().past.at(-1)).toEqual({ ...reader, at: 2 })
  })

  it('remembers a hundred places and no more', () => {
    for (let at = 0; at < 130; at++) go({ name: 'search', query: String(at) })
    expect(usePlaces.getState().past).toHaveLength(100)
    expect(usePlaces.getState().past.at(-1)).toEqual({ name: 'search', query: '128' })
  })
})
