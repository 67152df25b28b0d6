import { describe, expect, it } from 'vitest'
import { emptyForm, formOf, queryOf } from './query-form'

function queryText(form: Parameters<typeof queryOf>[0]): string | null {
  const made = queryOf(form)
  return made.ok ? made.query : null
}

describe('the form of a query', () => {
  it('takes a query apart and puts the very same together', () => {
    for (const query of [
      'snow',
      'north window',
      'a NEAR/3 b',
      'a BEFORE/7 b AND/s c',
      'a NOT/d b',
      '(a OR b) lang:en -theme:"Nature / Ice"',
      'snow lang:en BESIDE 雪',
      'snow NOT BESIDE 雪'
    ]) {
      const again = queryText(formOf(query))
      expect(again).not.toBeNull()
      expect(formOf(again ?? '')).toEqual(formOf(query))
    }
    expect(formOf('a NEAR/3 b')).toMatchObject({ words: 'a', near: 'b', distance: 3, ordered: false })
    expect(formOf('snow kind:machine').conditions).toEqual([
      { field: 'kind', value: 'machine', negated: false }
    ])
  })

  it('says which part is no query', () => {
    expect(queryOf({ ...emptyForm, words: 'snow', near: '(ice' })).toMatchObject({
      ok: false,
      part: 'near',
      problem: { code: 'bracketOpen' }
    })
  })

  it('keeps what is half typed as words, and leaves out a condition without a value', () => {
    expect(formOf('"snow').words).toBe('"snow')
    const conditions = [{ field: 'lang' as const, value: '', negated: false }]
    expect(queryText({ ...emptyForm, words: 'snow', conditions })).toBe('snow')
  })
})
