import { expect, it } from 'vitest'
import { makeFormula, makeRendering } from '../../shared/testing/sample-records'
import { rankedFormulae } from './ranked-formulae'

const visit = {
  ...makeFormula('f1', ['最多跑一次'], [makeRendering('r1', 'one visit at most')]),
  pinyin: 'zuì duō pǎo yí cì'
}
const pairs = makeFormula('f2', ['一主六双'], [makeRendering('r2', 'one main and six pairs', 'rejected')])
const all = [pairs, visit]
const names = (...asked: Parameters<typeof rankedFormulae>) =>
  rankedFormulae(...asked).found.map(({ formula }) => formula.id)

it('a formula that stands in another version there comes first', () => {
  expect(names(all, 'no second trip', '', ['群众到窗口最多跑一次。'])).toEqual(['f1', 'f2'])
  expect(names(all, 'no second trip', '', ['实施一主六双战略'])).toEqual(['f2', 'f1'])
})

it('is found by words, by pinyin without tones, and by renderings that are not rejected', () => {
  expect(names(all, 'x', 'zui duo', [])).toEqual(['f1'])
  expect(names(all, 'x', 'visit', [])).toEqual(['f1'])
  expect(names(all, 'x', 'six pairs', [])).toEqual([])
})

it('one that has the words already is told, however they are written', () => {
  const { found, held } = rankedFormulae(all, 'One visit, at most', '', [])
  expect(held?.id).toBe('f1')
  expect(found.map(({ formula }) => formula.id)).toEqual(['f2'])
})
