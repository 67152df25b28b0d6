import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockSpans, canonicalText } from '../text/canonical'
import { plainSearch, searchable } from './plain-search'

function hitsOf(query: string, ...blocks: readonly string[]): string[] {
  const own = blocks.map((text) => ({ text }))
  return plainSearch(searchable(canonicalText(own), blockSpans(own), []), query).map(({ hit }) => hit)
}

describe('a search finds', () => {
  it.each([
    ['composed letters by decomposed ones', 'cafe\u0301', 'the Café', 'Café'],
    ['decomposed letters by composed ones', 'café', 'the Cafe\u0301 there', 'Cafe\u0301'],
    ['an apostrophe of any kind', "don't", 'I donʼt', 'donʼt'],
    ['a typographic apostrophe by a straight one', "don't", 'I don’t', 'don’t'],
    ['a hyphen of any kind', 'well-known', 'a well\u2011known one', 'well\u2011known'],
    ['a hyphen by a dash', 'Paris–Lyon', 'from Paris-Lyon', 'Paris-Lyon'],
    ['ß by ss', 'strasse', 'Die Straße ist lang', 'Straße'],
    ['ss by ß', 'Straße', 'DIE STRASSE', 'STRASSE'],
    ['words with signs without width in them', 'water', 'the wa\u200bt\u2060er', 'wa\u200bt\u2060er'],
    ['a word with a soft hyphen', 'waterway', 'the water\u00adway', 'water\u00adway'],
    ['a phrase over a line break', 'the new canal', 'of the new\ncanal', 'the new\ncanal'],
    ['a phrase over a line break in Chinese', '新修的水渠', '这条新修\n的水渠', '新修\n的水渠'],
    ['a heart with or without its selector', '❤', 'I ❤\ufe0f it', '❤\ufe0f'],
    ['corner marks by others', '“好”', '他說「好」', '「好」']
  ])('%s', (_, query, text, expected) => {
    expect(hitsOf(query, text)).toEqual([expected])
  })
})

describe('a search does not find', () => {
  it('a part of a grapheme', () => {
    expect(hitsOf('cafe', 'the Cafe\u0301')).toEqual([])
    expect(hitsOf('👩', 'a 👩‍👩‍👧 and a 👩')).toEqual(['👩'])
    expect(hitsOf('🇫', '🇫🇷')).toEqual([])
  })

  it('what would cross a block', () => {
    expect(hitsOf('水渠', '水', '渠')).toEqual([])
    expect(hitsOf('a b', 'a', 'b')).toEqual([])
  })

  it('the blanks and signs behind a hit as part of it', () => {
    expect(hitsOf('water', 'water\u200b is')).toEqual(['water'])
  })
})

it('every hit is what stands in the text, and folds to what was looked for', () => {
  const unit = fc.constantFrom(
    'a',
    'A',
    'é',
    'e\u0301',
    'ß',
    's',
    '-',
    '–',
    ' ',
    '\n',
    '水',
    '\u00ad',
    '❤\ufe0f',
    "'",
    'ʼ'
  )
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 30 }),
      fc.string({ unit, minLength: 1, maxLength: 3 }),
      (text, query) => {
        const own = text.split('\n').map((line) => ({ text: line }))
        const whole = canonicalText(own)
        for (const { start, end, hit } of plainSearch(searchable(whole, blockSpans(own), []), query)) {
          expect(whole.slice(start, end)).toBe(hit)
          expect(hitsOf(query, hit)).toContain(hit)
        }
      }
    )
  )
})
