import fc from 'fast-check'
import { uniqueCodings } from '../../../shared/model/codings'
import type { CoderId, DocumentId, GroupId, MemoId, ThemeId } from '../../../shared/model/ids'
import type { MemoSubject } from '../../../shared/model/memo'
import type { Coder } from '../../../shared/model/project'
import type { SimpleOperation } from '../../../shared/operations/operation'
import { coder, makeTheme } from '../../../shared/testing/sample-records'
import { themeNameKey, tidyThemeName } from '../../../shared/text/theme-name'
import type { TextToMake } from './two-projects'

/** Random small projects whose words trouble writers of files, for tests of what formats of exchange carry. */
const odd = [
  ']]>',
  '<a & b>',
  '"\'',
  '𠮷野家',
  '👩‍👩‍👧 🇨🇳',
  'e\u0301',
  '\u202eabc\u202c',
  '\u00a0',
  '\u200b',
  '没有人等。',
  '&amp;',
  '?>',
  '%20',
  '/',
  '-->'
]
/** What no text of a project holds: import and editor take it out. */
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu

const piece = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.lorem({ maxCount: 3 })
)
const line = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(' ').replace(unfit, ''))
  .filter((text) => text.trim() !== '')
const name = line
  .map((text) => tidyThemeName(text.slice(0, 150).replace(unfit, '')))
  .filter((text) => text !== '')
const prose = fc.oneof(
  fc.constant(''),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
)
const time = fc
  .date({
    min: new Date('2001-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true
  })
  .map((date) => date.toISOString())
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

const coderIds = [coder.id, 'c2' as CoderId, 'c3' as CoderId]
const themeIds = ['t0', 't1', 't2', 't3', 't4'] as ThemeId[]
const documentIds = ['d0', 'd1'] as DocumentId[]
const byCoder = fc.constantFrom(...coderIds)

const coding = fc.record({ theme: fc.constantFrom(...themeIds), coder: byCoder, created: time })
const passage = fc
  .record({
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 40 }),
    memo: prose,
    coder: byCoder,
    created: time,
    modified: time,
    codings: fc.array(coding, { maxLength: 4 })
  })
  .map(({ start, length, codings, ...facts }) => ({
    start,
    end: start + length,
    facts,
    codings: uniqueCodings(codings)
  }))

const date = fc.constantFrom(null, '2018', '2018-12', '2018-12-05').map(
  (value) =>
    value && {
      date: value,
      precision: ({ 4: 'year', 7: 'month', 10: 'day' } as const)[value.length as 4 | 7 | 10]
    }
)

const text = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  passages: fc.array(passage, { maxLength: 6 }),
  facts: fc.record({
    title: name,
    language: fc.constantFrom('en', 'zh', 'zh-Hant-TW'),
    published: date,
    publisher: fc.oneof(fc.constant(''), name),
    attributes: fc.dictionary(
      fc.constantFrom('region', 'kind', 'year', 'first', 'case', 'sets', 'language', 'constructor'),
      fc.oneof(line, prose, fc.constantFrom('12', '-3.5', '1,5', 'true', '2018-12-05', '', 'north')),
      { maxKeys: 4 }
    )
  })
})

const subject: fc.Arbitrary<MemoSubject> = fc.oneof(
  fc.constant<MemoSubject>({ kind: 'project' }),
  fc.constantFrom(...documentIds).map((id): MemoSubject => ({ kind: 'document', id })),
  fc.constantFrom(...themeIds).map((id): MemoSubject => ({ kind: 'theme', id })),
  name.map((phrase): MemoSubject => ({ kind: 'formula', phrase }))
)
const memo = fc
  .record({
    about: subject,
    title: fc.oneof(fc.constant(''), name, fc.constant('Twice')),
    text: prose,
    coder: byCoder,
    created: time,
    modified: time
  })
  .filter(({ title, text: words }) => title + words !== '')

/** A tree of five themes: each but the first may lie under one before it; names stand twice under different parents. */
const themes = fc
  .array(
    fc.record({
      parent: fc.nat(4),
      isRoot: fc.boolean(),
      name: fc.oneof(name, fc.constantFrom('Other', 'A / B', 'other time')),
      colour,
      description: prose,
      inclusion: prose,
      exclusion: prose,
      example: prose
    }),
    { minLength: themeIds.length, maxLength: themeIds.length }
  )
  .map((all) => {
    const seen = new Set<string>()
    const counts = new Map<string | null, number>()
    return all.map(({ parent, isRoot, ...facts }, at) => {
      const above = isRoot || at === 0 ? null : (themeIds[parent % at] ?? null)
      const isTaken = seen.has(JSON.stringify([above, themeNameKey(facts.name)]))
      const own = isTaken ? `${facts.name} no. ${at}` : facts.name
      seen.add(JSON.stringify([above, themeNameKey(own)]))
      const index = counts.get(above) ?? 0
      counts.set(above, index + 1)
      return { theme: { ...makeTheme(`t${at}`, above), ...facts, name: own }, index }
    })
  })

const groups = fc.uniqueArray(
  fc.record({ name, themes: fc.uniqueArray(fc.constantFrom(...themeIds), { maxLength: 3 }) }),
  { maxLength: 2, selector: (group) => group.name }
)

export interface ProjectToMake {
  readonly records: readonly SimpleOperation[]
  readonly texts: readonly TextToMake[]
  /** Memos: they come in when there is what they are about. */
  readonly memos: readonly SimpleOperation[]
}

/** Projects that hold nothing but what REFI-QDA has a place for. */
export const projectToMake: fc.Arbitrary<ProjectToMake> = fc
  .record({
    themes,
    groups,
    texts: fc.tuple(text, text),
    memos: fc.array(memo, { maxLength: 5 }),
    names: fc.uniqueArray(name, { minLength: 2, maxLength: 2 }).filter((both) => !both.includes(coder.name))
  })
  .map(({ themes: tree, groups: own, texts, memos, names }) => ({
    records: [
      ...names.map((each, at): SimpleOperation => {
        const made: Coder = { id: coderIds[at + 1] ?? coder.id, name: each, colour: '#2f6fb0' }
        return { type: 'coder.add', coder: made }
      }),
      { type: 'attribute.define', name: 'year', definition: { type: 'number' } },
      { type: 'attribute.define', name: 'first', definition: { type: 'truth' } },
      {
        type: 'attribute.define',
        name: 'kind',
        definition: { type: 'choice', choices: ['north', 'so/uth'] }
      },
      ...tree.map(({ theme, index }): SimpleOperation => ({ type: 'theme.add', theme, index })),
      ...own.map(
        (group, at): SimpleOperation => ({ type: 'group.add', group: { id: `g${at}` as GroupId, ...group } })
      )
    ],
    texts: texts.map((each, at) => ({ id: `d${at}`, ...each })),
    memos: memos.map(
      (each, at): SimpleOperation => ({ type: 'memo.add', memo: { id: `m${at}` as MemoId, ...each } })
    )
  }))
