import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../model/text-content'
import { defaultSettings } from './default-settings'
import { hitAt } from './hits'
import { Matcher } from './match'
import { parseQuery } from './parse-query'
import { SearchedText } from './searched-text'
import type { ConcordanceSettings, Sameness } from './settings'

const facts = {
  language: 'en',
  rendering: 'official' as const,
  published: { date: '2018-12', precision: 'month' as const },
  publisher: 'County Gazette',
  attributes: { genre: 'bulletin' },
  furniture: [] as number[]
}

function searched(text: string, more: Partial<Block> = {}): SearchedText {
  return SearchedText.of(
    text.split('\n').map((each, at) => ({ kind: 'paragraph', number: at + 1, text: each, ...more }))
  )
}

interface Asked {
  readonly same?: Partial<Sameness>
  readonly settings?: Partial<ConcordanceSettings>
  readonly facts?: Partial<typeof facts>
}

/** The hits of a query in a text, as they are written there. */
function found(query: string, text: string | SearchedText, asked: Asked = {}): string[] {
  const parsed = parseQuery(query)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  const target = typeof text === 'string' ? searched(text) : text
  const settings = {
    ...defaultSettings,
    ...asked.settings,
    same: { ...defaultSettings.same, ...asked.same }
  }
  const hits = new Matcher(parsed.query, settings).hits(target, { ...facts, ...asked.facts }, [])
  return hits.starts.map((_, at) => {
    const { start, end } = hitAt(hits, at)
    return target.text.slice(start, end)
  })
}

describe('words', () => {
  it('are whole words, and Chinese is found anywhere', () => {
    expect(found('run', 'Run, runs; a rerun. To run.')).toEqual(['Run', 'run'])
    expect(found('run', 'a rerun', { settings: { wholeWords: false } })).toEqual(['run'])
    expect(found('窗口', '办事窗口合而为一', { facts: { language: 'zh' } })).toEqual(['窗口'])
    expect(found('wide window', 'a Wide   window')).toEqual(['Wide   window'])
    expect(found('最多 跑', '最多跑一次')).toEqual(['最多跑'])
  })

  it.each([
    ['Greek, with its accents and its final sigma', 'οδος', 'Η ΟΔΌΣ μας', ['ΟΔΌΣ']],
    ['Russian', 'снег', 'Падает Снег.', ['Снег']],
    ['Arabic, without its vowels', 'كتاب', 'هذا كِتَاب جديد', ['كِتَاب']],
    ['Hebrew', 'שלום', 'אמר שלום לך', ['שלום']],
    ['Hindi', 'नमस्ते', 'वह नमस्ते कहता है', ['नमस्ते']],
    ['Thai, which has no spaces', 'หิมะ', 'ฉันชอบหิมะมาก', ['หิมะ']],
    ['Japanese', 'ゆき', '白いゆきが降る', ['ゆき']],
    ['Korean, whole words', '눈이', '오늘 눈이 온다 눈이다', ['눈이']],
    ['rare ideographs of two code units', '𠮷', '𠮷野家', ['𠮷']]
  ])('are found in any script: %s', (_, query, text, there) => {
    expect(found(query, text)).toEqual(there)
  })

  it('have wildcards', () => {
    expect(found('run*', 'run runs rerun running')).toEqual(['run', 'runs', 'running'])
    expect(found('*un', 'run rerun')).toEqual(['run', 'rerun'])
    expect(found('r?n', 'ran run rain')).toEqual(['ran', 'run'])
    expect(found('最*跑', '最多跑一次')).toEqual(['最多跑'])
    expect(found('50\\*', 'at 50* and 505')).toEqual(['50*'])
  })

  it('have alternatives', () => {
    expect(found('(north|south west) window', 'north window, south west window, west window')).toEqual([
      'north window',
      'south west window'
    ])
    expect(found('(run|running) on', 'running on')).toEqual(['running on'])
  })

  it('are found as forms of English words', () => {
    const forms = { same: { inflection: true } }
    expect(found('run', 'ran running runs run runner', forms)).toEqual(['ran', 'running', 'runs', 'run'])
    expect(found('stopped', 'stop stops stopping', forms)).toEqual(['stop', 'stops', 'stopping'])
    expect(found('city', 'Cities of the city', forms)).toEqual(['Cities', 'city'])
    expect(found('nation', 'national', forms)).toEqual([])
    expect(found('run', 'ran', { ...forms, facts: { language: 'de' } })).toEqual([])
  })
})

describe('what counts as the same', () => {
  const cases: readonly [keyof Sameness, string, string][] = [
    ['case', 'snow', 'SNOW'],
    ['accents', 'resume', 'résumé'],
    ['accents', 'resume', 're\u0301sume\u0301'],
    ['width', 'abc', 'ａｂｃ'],
    ['width', 'office', 'oﬃce'],
    ['quotes', "don't", 'don’t'],
    ['invisible', 'cooperate', 'co\u00adoper\u200bate'],
    ['chinese', '以后', '以後'],
    ['chinese', '头发', '頭髮'],
    ['chinese', '發展', '发展'],
    ['sharpS', 'strasse', 'Straße']
  ]
  it.each(cases)('%s: %s = %s, unless it is switched off', (name, query, text) => {
    expect(found(query, text)).toEqual([text])
    expect(found(query, text, { same: { [name]: false } })).toEqual([])
  })

  it('composed and decomposed letters are alike in any case', () => {
    expect(found('é', 'e\u0301 é e', { same: { accents: false } })).toEqual(['e\u0301', 'é'])
  })

  it('hyphens of all kinds, or none', () => {
    expect(found('well-known', 'well–known well‐known')).toEqual(['well–known', 'well‐known'])
    expect(found('well-known', 'well‐known', { same: { hyphens: 'asWritten' } })).toEqual([])
    const optional = { same: { hyphens: 'optional' as const } }
    expect(found('cooperate', 'co-operate cooperate', optional)).toEqual(['co-operate', 'cooperate'])
    expect(found('co-operate', 'cooperate', optional)).toEqual(['cooperate'])
  })

  it('a paragraph’s end within a phrase, where it is asked for', () => {
    expect(found('wide window', 'a wide\nwindow')).toEqual([])
    expect(found('wide window', 'a wide\nwindow', { same: { lineBreaks: true } })).toEqual(['wide\nwindow'])
    expect(found('窗口', '窗\n口', { same: { lineBreaks: true } })).toEqual(['窗\n口'])
  })

  it('emphasis within a phrase, unless it is switched off', () => {
    const marked = searched('a wide window', { marks: [{ kind: 'emphasis', start: 2, end: 6 }] })
    expect(found('wide window', marked)).toEqual(['wide window'])
    expect(found('wide window', marked, { same: { emphasis: false } })).toEqual([])
    expect(found('wide', marked, { same: { emphasis: false } })).toEqual(['wide'])
  })
})

describe('what stands together', () => {
  const text =
    'One visit is enough. The clerk may run once. Visit the clerk.\nNo visit, and the run was long.'

  it('is near, in any order or in one, within a sentence or paragraph', () => {
    expect(found('clerk NEAR/3 run', text)).toEqual(['clerk may run'])
    expect(found('run NEAR/3 clerk', text)).toEqual(['clerk may run'])
    expect(found('run BEFORE/3 clerk', text)).toEqual([])
    expect(found('clerk NEAR/1 run', text)).toEqual([])
    expect(found('once NEAR/1 visit', text)).toEqual([])
    expect(found('once NEAR/1/p visit', text)).toEqual(['once. Visit'])
  })

  it('and what does not', () => {
    expect(found('visit AND/s clerk', text)).toEqual(['Visit'])
    expect(found('visit AND enough', text)).toEqual(['visit', 'Visit'])
    expect(found('visit NOT enough', text)).toEqual(['visit'])
    expect(found('visit AND/d long', text)).toHaveLength(3)
  })

  it('with conditions of the document', () => {
    expect(
      found('clerk lang:en date:2018..2019 publisher:gazette kind:official attr:genre=Bulletin', text)
    ).toHaveLength(2)
    for (const none of ['lang:zh', 'date:..2017', 'kind:machine', 'attr:other', '-lang:en', 'block:heading'])
      expect(found(`clerk ${none}`, text)).toEqual([])
  })
})

describe('expressions', () => {
  it('read folded text', () => {
    expect(found('/r[aeu]n/', 'Ran run REN')).toEqual(['Ran', 'run', 'REN'])
    expect(found('/Résumé/', 'resume')).toEqual(['resume'])
    expect(found('/\\bw\\w+/', 'wide windows')).toEqual(['wide', 'windows'])
    expect(found('/^no .*$/', 'yes\nNo way')).toEqual(['No way'])
    expect(found('/後[天来]/', '后来')).toEqual(['后来'])
  })

  it('grow to whole graphemes, and empty ones are none', () => {
    expect(found('/👩/', 'a 👩‍👩‍👧 b')).toEqual(['👩‍👩‍👧'])
    expect(found('/x*/', 'axxb')).toEqual(['xx'])
  })
})

const pieces = fc.array(
  fc.constantFrom(
    'a',
    'b',
    'é',
    'e\u0301',
    'ß',
    '’',
    "'",
    '-',
    '–',
    ' ',
    '  ',
    '\n',
    '髮',
    '发',
    '后',
    '👩‍👩‍👧',
    'ﬁ',
    '\u00ad',
    'Ａ',
    '。',
    '1'
  ),
  { minLength: 1, maxLength: 24 }
)

it('hits slice to themselves in whole graphemes, whatever is folded', () => {
  fc.assert(
    fc.property(
      pieces,
      fc.nat(20),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      (made, from, length, lineBreaks) => {
        const target = searched(made.join(''))
        const query = made
          .slice(from % made.length, (from % made.length) + length)
          .join('')
          .replace(/\n/g, ' ')
          .trim()
        if (query === '') return
        const settings = {
          ...defaultSettings,
          wholeWords: false,
          same: { ...defaultSettings.same, lineBreaks }
        }
        const matcher = new Matcher({ kind: 'phrase', terms: [{ kind: 'quoted', text: query }] }, settings)
        const hits = matcher.hits(target, facts, [])
        const graphemes = new Set(
          Array.from(new Intl.Segmenter().segment(target.text), ({ index }) => index)
        ).add(target.text.length)
        for (let at = 0; at < hits.starts.length; at++) {
          const { start, end } = hitAt(hits, at)
          expect(graphemes.has(start) && graphemes.has(end)).toBe(true)
          const again = searched(target.text.slice(start, end))
          expect(matcher.hits(again, facts, [])).toEqual({ starts: [0], ends: [end - start] })
        }
      }
    )
  )
})

it('the lines of a OR b are the union', () => {
  fc.assert(
    fc.property(
      pieces,
      fc.constantFrom('a', 'b', 'e*', '发', '"b a"'),
      fc.constantFrom('a', 'ab', '?', '/[a-b]+/', '1'),
      (made, a, b) => {
        const target = searched(made.join(''))
        const parsed = (query: string) => {
          const read = parseQuery(query === '?' ? 'a?' : query)
          if (!read.ok) throw new Error(query)
          return read.query
        }
        const of = (query: string) => new Matcher(parsed(query), defaultSettings).hits(target, facts, [])
        const pairs = (query: string) => {
          const hits = of(query)
          return hits.starts.map((start, at) => `${start}-${hits.ends[at]}`)
        }
        const right = b === '?' ? 'a?' : b
        expect(new Set(pairs(`${a} OR ${right}`))).toEqual(new Set([...pairs(a), ...pairs(right)]))
      }
    )
  )
})
