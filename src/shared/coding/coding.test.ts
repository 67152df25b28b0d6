import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describe as describePassage } from '../anchoring/describe'
import type { Annotation } from '../model/annotation'
import { themesOf } from '../model/codings'
import type { AnnotationId, DocumentId, ThemeId } from '../model/ids'
import { LazyMap } from '../model/lazy-map'
import { span } from '../model/span'
import { apply } from '../operations/apply'
import { blankState, hash, makeAnnotation } from '../testing/sample-records'
import { navigableText } from '../text/caret-motion'
import { digitsAfter } from './digits'
import { mergePassages, splitPassage } from './reshape'
import { expanded, shrunk, unitFrom, unitUntil } from './units'

const ids = (names: string) => names.split('').map((name) => name as ThemeId)
const book = navigableText(
  [
    { kind: 'heading', level: 1, number: null, text: 'A notice' },
    { kind: 'paragraph', number: 1, text: 'Forms are kept. Every form is kept once.' },
    { kind: 'paragraph', number: null, text: '' },
    { kind: 'paragraph', number: 2, text: '一张表，跑一次。不再跑。' }
  ],
  'en'
)
const said = ({ start, end }: { start: number; end: number }) => book.text.slice(start, end)

describe('digits', () => {
  it('begin with the codebook, and keep their themes whatever is used next', () => {
    const none = { pinned: [], recent: [], digits: [] }
    expect(digitsAfter(none, ids('abc'))).toEqual(ids('abc'))
    const full = digitsAfter(none, ids('abcdefghijkl'))
    expect(full).toEqual(ids('abcdefghi'))
    const used = digitsAfter({ pinned: [], recent: ids('ka'), digits: full }, ids('abcdefghijkl'))
    expect(used).toEqual(ids('abcdefghk'))
  })

  it('give pinned themes the first places, and never a theme two', () => {
    const id = fc.constantFrom(...ids('abcdefghijklmn'))
    const some = fc.uniqueArray(id, { maxLength: 9 })
    fc.assert(
      fc.property(some, some, some, (pinned, recent, digits) => {
        const found = digitsAfter({ pinned, recent, digits }, ids('abcdefghijkl'))
        expect(new Set(found).size).toBe(9)
        const there = pinned.filter((each) => each <= 'l')
        expect(found.slice(0, there.length)).toEqual(there)
        const [latest] = recent.filter((each) => each <= 'l')
        if (latest !== undefined && there.length < 9) expect(found).toContain(latest)
      })
    )
  })
})

describe('coding unit by unit', () => {
  it('goes through every sentence, over headings and blank blocks, and back', () => {
    const seen: string[] = []
    for (let at = 0, unit = unitFrom(book, at, 'sentence'); unit; unit = unitFrom(book, at, 'sentence')) {
      seen.push(said(unit))
      at = unit.end
    }
    expect(seen).toEqual([
      'A notice',
      'Forms are kept.',
      'Every form is kept once.',
      '一张表，跑一次。',
      '不再跑。'
    ])
    const back: string[] = []
    for (
      let at: number = book.text.length, unit = unitUntil(book, at, 'sentence');
      unit;
      unit = unitUntil(book, at, 'sentence')
    ) {
      back.unshift(said(unit))
      at = unit.start
    }
    expect(back).toEqual(seen)
  })

  it('expands from the word to the sentence, the paragraph and the text, and shrinks again', () => {
    const at = book.text.indexOf('form is')
    const word = expanded(book, span(at + 1, at + 1))
    expect(said(word)).toBe('form')
    const sentence = expanded(book, word)
    expect(said(sentence)).toBe('Every form is kept once.')
    const block = expanded(book, sentence)
    expect(said(block)).toBe('Forms are kept. Every form is kept once.')
    expect(said(expanded(book, block))).toBe(book.text)
    expect(said(shrunk(book, block))).toBe('Forms are kept.')
  })

  it('always grows until it is the whole text', () => {
    fc.assert(
      fc.property(fc.nat(book.text.length), fc.nat(book.text.length), (a, b) => {
        let selection = span(Math.min(a, b), Math.max(a, b))
        for (let i = 0; i < 4; i++) selection = expanded(book, selection)
        expect([selection.start, selection.end]).toEqual([0, book.text.length])
      })
    )
  })
})

describe('splitting and merging a highlight', () => {
  const made = (id: string, start: number, end: number): Annotation => {
    const selector = describePassage(book.text, span(start, end), hash)
    if (!selector) throw new Error('no passage')
    return { ...makeAnnotation(id, 'd1', ['t1']), selector, memo: id, quality: ['calque'] }
  }

  it('gives two that can be made one again', () => {
    const from = book.text.indexOf('Forms')
    const whole = made('a1', from, from + 'Forms are kept. Every form is kept once.'.length)
    fc.assert(
      fc.property(fc.integer({ min: whole.selector.start + 1, max: whole.selector.end - 1 }), (at) => {
        const split = splitPassage(book.text, whole, at, whole.modified)
        if (!split) throw new Error('not split')
        const alone = LazyMap.empty<AnnotationId, Annotation>().set(whole.id, whole)
        const annotations = LazyMap.empty<DocumentId, typeof alone>().set(whole.document, alone)
        const start = { ...blankState(), annotations }
        const parted = apply(start, split)
        if (!parted.ok) throw new Error(parted.error.message)
        const own = [...(parted.value.state.annotations.get(whole.document)?.values() ?? [])]
        expect(own).toHaveLength(2)
        const [one, two] = own.sort((a, b) => a.selector.start - b.selector.start)
        if (!one || !two) throw new Error('one is missing')
        expect([themesOf(one), themesOf(two)]).toEqual([['t1'], ['t1']])
        const merged = mergePassages(book.text, one, two, whole.modified)
        const again = merged && apply(parted.value.state, merged)
        expect(again?.ok && again.value.state.annotations.get(whole.document)?.get(whole.id)).toEqual(whole)
      })
    )
  })

  it('leaves a highlight alone that has nothing on one side of the cut', () => {
    const one = made('a1', 0, 8)
    expect(splitPassage(book.text, one, 0, one.modified)).toBeNull()
  })
})
