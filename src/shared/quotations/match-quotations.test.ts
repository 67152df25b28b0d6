import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchQuotations } from './match-quotations'

const vocabulary = (
  'harbour ferry clerk stamp winter mayor office hour snow gold silver ledger bridge lantern market barrel anchor river ' +
  'northern quietly carried opened counted waited written paper copper morning evening seldom narrow wooden'
).split(' ')
const ideographs =
  '港口渡船书记印章冬天市长办公小时雪金银账本桥灯市场桶锚河北方安静带开数等写纸铜早晚很少窄木'

/** A text of words that follow no order, with signs between them. */
function made(seed: number, length: number, isChinese: boolean): string {
  let state = seed
  const next = (most: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % most
  }
  const parts: string[] = []
  for (let at = 0; at < length; at++) {
    const word = isChinese
      ? `${ideographs[next(ideographs.length)]}${ideographs[next(ideographs.length)]}`
      : (vocabulary[next(vocabulary.length)] ?? '')
    const sign = next(7) === 0 ? (isChinese ? '，' : ', ') : isChinese ? '' : ' '
    parts.push(word + sign)
  }
  return parts.join('').trim()
}

const texts = [made(1, 900, false), made(2, 900, true), made(3, 900, false)]

/** Where each word of a text begins and ends; of Chinese, each sign. */
function wordsOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\p{Script=Han}|[a-z]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length
  }))
}

const slice = fc
  .record({ text: fc.nat(2), at: fc.nat(1000), length: fc.integer({ min: 6, max: 40 }) })
  .map(({ text, at, length }) => {
    const own = texts[text] ?? ''
    const words = wordsOf(own)
    const first = at % (words.length - length)
    return { text, words: words.slice(first, first + length), own }
  })

/** Other type for the same words: quotation marks, dashes, soft hyphens, widths, white space. */
const typography = fc.array(fc.nat(5), { minLength: 8, maxLength: 8 })

function retyped(quoted: string, how: readonly number[]): string {
  let at = 0
  return quoted.replace(/[a-z,，]| /gu, (sign) => {
    const which = how[at++ % how.length]
    if (sign === ' ') return which === 1 ? '\u00a0' : which === 2 ? ' \n' : which === 3 ? '  ' : sign
    if (sign === ',' || sign === '，') return which === 1 ? '，' : which === 2 ? ',' : sign
    if (which === 4) return `${sign}\u00ad`
    return which === 5 ? String.fromCharCode(sign.charCodeAt(0) - 97 + 0xff41) : sign
  })
}

const find = (quotation: string, approximate = false) =>
  matchQuotations({ texts, quotations: [{ readings: [quotation] }], approximate, manuscript: null })

describe('a slice of the texts', () => {
  it('is always found exactly where it stands, in whatever type', () => {
    fc.assert(
      fc.property(slice, typography, ({ text, words, own }, how) => {
        const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
        const { places, counts } = find(retyped(own.slice(start, end), how))
        expect(counts[0]).toBeGreaterThan(0)
        expect(places).toContainEqual(expect.objectContaining({ text, start, end, differences: [] }))
      }),
      { numRuns: 60 }
    )
  })

  it('with one word replaced is found there, and the change is marked at that word', () => {
    fc.assert(
      fc.property(slice, fc.nat(100), ({ text, words, own }, which) => {
        // In a shorter one the words that are left might stand elsewhere too.
        fc.pre(words.length >= 12)
        const at = 1 + (which % (words.length - 2))
        const changed = words[at]
        const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
        if (!changed) return
        // Of a word that stands twice in a row nothing tells which was replaced.
        const said = [-1, 0, 1].map((step) => own.slice(words[at + step]?.start, words[at + step]?.end))
        fc.pre(said[0] !== said[1] && said[1] !== said[2])
        const other = /[a-z]/.test(own[changed.start] ?? '') ? 'zebra' : '龘'
        const quotation = own.slice(start, changed.start) + other + own.slice(changed.end, end)
        expect(find(quotation).places).toEqual([])
        const place = find(quotation, true).places.find((each) => each.text === text && each.start === start)
        expect(place?.end).toBe(end)
        expect(place?.differences).toEqual([
          {
            kind: 'altered',
            own: { start: changed.start - start, end: changed.start - start + other.length },
            other: changed
          }
        ])
      }),
      { numRuns: 60 }
    )
  })

  it('with words left out at an ellipsis is exact, and its source goes on over them', () => {
    fc.assert(
      fc.property(slice, fc.constantFrom('…', '...', '[...]', '……'), ({ text, words, own }, ellipsis) => {
        fc.pre(words.length >= 20)
        const cut = [words[8], words[12]]
        const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
        const quotation = `${own.slice(start, cut[0]?.end)} ${ellipsis} ${own.slice(cut[1]?.start, end)}`
        const place = find(quotation).places.find((each) => each.text === text)
        expect(place).toMatchObject({ start, end, differences: [], honoured: ['omission'] })
      }),
      { numRuns: 30 }
    )
  })

  it('without marks is found as a run of the manuscript', () => {
    const own = texts[0] ?? ''
    const words = wordsOf(own).slice(100, 112)
    const taken = own.slice(words[0]?.start, words.at(-1)?.end)
    const manuscript = `Somebody wrote that ${taken} and more.`
    const { runs } = matchQuotations({ texts, quotations: [], approximate: false, manuscript })
    expect(runs.map(({ start, end }) => manuscript.slice(start, end))).toEqual([taken])
    expect(runs[0]?.at).toEqual({ start: words[0]?.start, end: words.at(-1)?.end })
  })

  it('is looked for in bounded time in texts that repeat themselves', () => {
    const manuscript = 'spam '.repeat(40_000)
    const begun = performance.now()
    matchQuotations({
      texts: ['spam '.repeat(60_000)],
      quotations: [{ readings: ['spam spam spam eggs spam spam'] }],
      approximate: true,
      manuscript
    })
    expect(performance.now() - begun).toBeLessThan(4000)
  })
})
