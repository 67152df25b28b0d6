import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import {
  navigate,
  navigateBack,
  navigateForward,
  navigateHome,
  type Route,
  reportRoute,
  useNavigation
} from './navigation'

const d1 = 'd1' as DocumentId
const reader: Route = { name: 'reader', document: d1 }
const place = fc.constantFrom<Route>({ name: 'library' }, { name: 'themes' }, reader, {
  name: 'concordance',
  words: 'snow'
})

beforeEach(navigateHome)

describe('going from place to place', () => {
  it('leads back the same way, and on again', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), fc.nat(30), (places, steps) => {
        navigateHome()
        for (const each of places) navigate(each)
        const way: Route[] = [{ name: 'library' }, ...places]
        const back = Math.min(steps, places.length)
        for (let step = 0; step < back; step++) navigateBack()
        expect(useNavigation.getState().place).toEqual(way[places.length - back])
        for (let step = 0; step < back; step++) navigateForward()
        expect(useNavigation.getState()).toMatchObject({
          place: way.at(-1),
          past: way.slice(0, -1),
          future: []
        })
      })
    )
  })

  it('stays where it is at either end, and forgets what lay ahead when one goes elsewhere', () => {
    navigateBack()
    navigateForward()
    expect(useNavigation.getState()).toMatchObject({ place: { name: 'library' }, past: [], future: [] })
    navigate(reader)
    navigateBack()
    navigate({ name: 'themes' })
    navigateForward()
    expect(useNavigation.getState().place).toEqual({ name: 'themes' })
  })

  it('leads back to where one was in a text, not to where one came in', () => {
    navigate(reader)
    let at = 10
    const stop = reportRoute((from) => (from.name === 'reader' ? { ...from, at } : from))
    at = 70
    navigate({ name: 'themes' })
    navigateBack()
    expect(useNavigation.getState().place).toEqual({ ...reader, at: 70 })
    stop()
    navigate({ name: 'themes' })
    navigateBack()
    expect(useNavigation.getState().place).toEqual({ ...reader, at: 70 })
  })

  it('is told where one is by the view that is shown, not by one that goes after the next has come', () => {
    navigate(reader)
    const first = reportRoute((from) => ({ ...from, ...(from.name === 'reader' ? { at: 1 } : {}) }))
    reportRoute((from) => ({ ...from, ...(from.name === 'reader' ? { at: 2 } : {}) }))
    first()
    navigate({ name: 'themes' })
    expect(useNavigation.getState().past.at(-1)).toEqual({ ...reader, at: 2 })
  })

  it('remembers a hundred places and no more', () => {
    for (let at = 0; at < 130; at++) navigate({ name: 'concordance', words: String(at) })
    expect(useNavigation.getState().past).toHaveLength(100)
    expect(useNavigation.getState().past.at(-1)).toEqual({ name: 'concordance', words: '128' })
  })
})
