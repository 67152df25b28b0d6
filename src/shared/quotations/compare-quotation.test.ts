import { describe, expect, it } from 'vitest'
import { compareQuotation } from './compare-quotation'

const source =
  'The mayor said that the harbour was old, and that nobody waits an hour. “Winter is well-known here”, he said.'

/** The differences of a quotation from the source, as `kind own/other`. */
function differences(quotation: string, text = source): string[] {
  const found = compareQuotation(quotation, text)
  return (
    found?.differences ?? [{ kind: 'nothing', own: { start: 0, end: 0 }, other: { start: 0, end: 0 } }]
  ).map(
    ({ kind, own, other }) =>
      `${kind} ${quotation.slice(own.start, own.end)}/${text.slice(other.start, other.end)}`
  )
}

const quoted = (quotation: string, text = source) => {
  const found = compareQuotation(quotation, text)
  return found && text.slice(found.start, found.end)
}

describe('a quotation held against its source', () => {
  it('is exact, and tells what of the text it quotes', () => {
    expect(differences('the harbour was old')).toEqual([])
    expect(quoted('the harbour was old')).toBe('the harbour was old')
  })

  it.each([
    ['a word is another', 'the harbour was new, and', ['altered new/old']],
    ['a word is added', 'the harbour was very old', ['added very/']],
    [
      'words are left out in silence',
      'that the harbour was old, and waits an hour',
      ['left-out /that nobody']
    ],
    ['a comma is missing', 'was old and that nobody', ['punctuation /,']],
    ['a word within has a capital', 'the Harbour was old', ['capital Harbour/harbour']],
    ['words have changed places', 'that was the harbour old, and that', ['added was/', 'left-out /was']],
    ['ends with a question mark', 'the harbour was old?', ['punctuation ?/']]
  ])('says where %s', (_, quotation, expected) => {
    expect(differences(quotation)).toEqual(expected)
  })

  it.each([
    ['an ellipsis', 'The mayor said … that nobody waits', 'omission'],
    ['three dots', 'The mayor said ... that nobody waits', 'omission'],
    ['dots apart', 'The mayor said . . . that nobody waits', 'omission'],
    ['an ellipsis in brackets', 'The mayor […] nobody waits an hour', 'omission'],
    ['a capital in brackets', '[T]he harbour was old', 'bracketed'],
    ['an ending in brackets', 'nobody wait[ed] an hour', 'bracketed'],
    ['a word of explanation', 'the harbour [of 1901] was old', 'insertion'],
    ['a word in place of others', '[he] said that the harbour was old', 'insertion'],
    ['[sic]', 'the harbour [sic] was old', 'insertion']
  ] as const)('honours %s', (_, quotation, kind) => {
    expect(differences(quotation)).toEqual([])
    expect(compareQuotation(quotation, source)?.honoured).toContain(kind)
  })

  it.each([
    ['quotes', "nobody waits an hour. 'Winter is well-known here', he said"],
    ['spaces', 'the  harbour\u00a0was old'],
    ['dashes', 'Winter is well–known here'],
    ['invisible', 'the har\u00adbour was old'],
    ['lookalikes', 'the h\u0430rbour was old'],
    ['ligatures', 'the harbour was oﬃce', 'the harbour was office'],
    ['capital', 'Nobody waits an hour'],
    ['stop', 'the harbour was old.'],
    ['characters', '國家的港口', '国家的港口'],
    ['signs', '他说，很老。', '他说,很老.']
  ])('takes other %s for type alone', (kind, quotation, text = source) => {
    expect(differences(quotation, text)).toEqual([])
    expect(compareQuotation(quotation, text)?.typographic).toContain(kind)
  })

  it('compares Chinese sign by sign', () => {
    expect(
      differences('表格只交两次……没有人问', '表格只交一次。没有人等一个小时，也没有人问为什么。')
    ).toEqual(['altered 两/一'])
  })

  it('says nothing of what has nothing in common', () => {
    expect(compareQuotation('zebra', 'harbour')).toBeNull()
  })
})
