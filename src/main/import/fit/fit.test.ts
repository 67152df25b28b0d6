import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainState } from '../../../shared/model/state'
import { coder } from '../../../shared/testing/sample-records'
import { openProject } from '../../project/open'
import { sha256 } from '../../store/hash'
import { JournalRecord } from '../../store/journal-record'
import { commitImport } from '../commit-import'
import { acceptProposals } from '../decision'
import { recordOf } from '../formats/references/record-of'
import type { ImportedCodebook } from '../parsed'
import type { ParsedSidecar } from '../parsed-sidecars'
import type { IncomingText } from '../read-files'
import { EmptyProject } from '../testing/empty-project'
import { fitFile } from './fit-file'

const desk = new EmptyProject()

/** Values as no careful program writes them: empty, very long, control characters, halves of characters, odd names. */
const odd = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\u0000\u0007',
      '\uD800',
      '\uDC00\uD800',
      'line\r\nline\u2028line',
      '__proto__',
      'constructor',
      'toString',
      '=1+1',
      'en-verylongsubtag',
      '中文',
      '👩‍👩‍👧'
    )
  },
  fc
    .tuple(
      fc.constantFrom('x', '字', '😀', '\uD800', '\u0001'),
      fc.constantFrom(41, 199, 201, 501, 1001, 2001, 5001)
    )
    .map(([letter, count]) => letter.repeat(count)),
  fc.constantFrom('m'.repeat(20_001))
)
/** As long as a memo may not be. */
const longMemo = fc.oneof({ weight: 20, arbitrary: odd }, fc.constant(`${'n'.repeat(200_000)}end`))
const date = fc.constantFrom(
  null,
  { date: '2018', precision: 'year' as const },
  { date: '0000', precision: 'year' as const },
  { date: '2018-13', precision: 'month' as const },
  { date: '2019-02-29', precision: 'day' as const },
  { date: '99999', precision: 'year' as const }
)
const created = fc.constantFrom(
  null,
  '2019-03-04T10:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '+010000-01-01T00:00:00.000Z',
  'yesterday'
)
const path = fc.array(odd, { maxLength: 4 })
const attributes = fc.array(fc.tuple(odd, odd), { maxLength: 4 }).map((all) => Object.fromEntries(all))
const brought: fc.Arbitrary<ImportedCodebook> = fc.record({
  codebook: fc.array(
    fc.record({ path, colour: fc.constantFrom(null, '#ff0000', 'red', '#FF0000'), description: odd }),
    { maxLength: 3 }
  ),
  groups: fc.array(fc.record({ name: odd, themes: fc.array(path, { maxLength: 3 }) }), { maxLength: 2 }),
  memos: fc.array(fc.record({ theme: fc.option(path), title: odd, text: longMemo, coder: odd, created }), {
    maxLength: 2
  })
})
const said = fc.record({ memo: longMemo, themes: fc.array(path, { maxLength: 3 }), coder: odd, created })
const text = fc.record({
  part: odd,
  blocks: fc.array(
    fc.record({
      kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'cell' as const),
      text: odd,
      furniture: fc.boolean(),
      time: fc.constantFrom('0:00:01', 'noon')
    }),
    { minLength: 1, maxLength: 4 }
  ),
  title: odd,
  language: odd,
  published: date,
  event: date,
  author: odd,
  publisher: odd,
  source: odd,
  credit: odd,
  rendering: fc.constant('unknown' as const),
  attributes,
  proposed: fc.constant<IncomingText['proposed']>([]),
  signs: fc.constant<IncomingText['signs']>([]),
  warnings: fc.constant<IncomingText['warnings']>([]),
  passages: fc.array(
    fc
      .tuple(fc.nat(40), fc.nat(40), said)
      .map(([start, length, rest]) => ({ start, end: start + length, ...rest })),
    { maxLength: 3 }
  ),
  notes: fc.array(longMemo, { maxLength: 2 }),
  aligned: fc.option(odd),
  rows: fc.constant(null),
  sheet: fc.constant(null),
  chapters: fc.constant(0)
})
const of = fc.record({ title: odd, doi: odd, source: odd })
const sidecar: fc.Arbitrary<ParsedSidecar> = fc.oneof(
  fc.record({
    kind: fc.constant('highlights' as const),
    of,
    quotes: fc.array(
      fc
        .tuple(
          said,
          fc.record({ exact: odd, prefix: odd, suffix: odd, start: fc.constantFrom(null, 3, -1, Number.NaN) })
        )
        .map(([rest, quote]) => ({ ...quote, ...rest })),
      { minLength: 1, maxLength: 3 }
    )
  }),
  fc.record({
    kind: fc.constant('reference' as const),
    of,
    facts: fc.record({
      title: odd,
      csl: odd.map((text) => recordOf({ author: [{ literal: text }], DOI: text, type: text, genre: text })),
      publisher: odd,
      source: odd,
      language: odd,
      published: fc.constantFrom('', '2018', '0000', '2018-13', '99999'),
      attributes
    })
  })
)
const file = fc.record({
  texts: fc.array(text, { minLength: 1, maxLength: 2 }),
  brought,
  sidecars: fc.array(sidecar, { maxLength: 3 }),
  encoding: odd
})

describe('what an import brings, whatever it is', () => {
  it('makes records that can all be read back, and the project opens as it was', async () => {
    const name = join(desk.home, 'odd.txt')
    const bytes = Buffer.from('The office met.')
    await writeFile(name, bytes)
    const facts = { sha256: sha256(bytes), bytes: bytes.length }
    const { session } = desk
    const records: JournalRecord[] = []
    session.onChange(({ record }) => records.push(record))
    await fc.assert(
      fc.asyncProperty(file, async ({ texts, sidecars, ...more }) => {
        const incoming = texts.map((each): IncomingText => ({ ...each, ...facts, ...more }))
        const before = records.length
        const done = await commitImport(
          session,
          {
            texts: incoming.map((each, at) => acceptProposals(name, each, String(at))),
            sidecars: sidecars.map((about) => ({ about, text: { key: '0' }, replace: true }))
          },
          coder.id
        )
        if (!done.ok) throw new Error(done.error.message)
        for (const record of records.slice(before)) {
          const read = JournalRecord.safeParse(JSON.parse(JSON.stringify(record)))
          expect(read.error?.issues ?? []).toEqual([])
        }
        for (const document of done.value.documents)
          for (const revision of document.revisions)
            expect((await session.contents.text(revision.text)).ok).toBe(true)
        for (const own of Object.values(plainState(session.state).annotations))
          for (const { selector } of Object.values(own)) expect(selector.exact.trim()).not.toBe('')
      }),
      { numRuns: 60, endOnFailure: true }
    )
    const state = plainState(session.state)
    await session.close()
    const opened = await openProject(desk.folder)
    if (!opened.ok) throw new Error(opened.error.message)
    expect(opened.value.notices).toEqual([])
    expect(plainState(opened.value.state)).toEqual(state)
    await opened.value.close()
  })

  it('is fitted once: what fits is left alone and nothing more is told of it', () => {
    fc.assert(
      fc.property(file, (own) => {
        const once = fitFile({ ...own, sha256: 'a'.repeat(64), bytes: 1, warnings: [] }, 'odd.txt')
        expect(fitFile(once, 'odd.txt')).toEqual(once)
      }),
      { numRuns: 200, endOnFailure: true }
    )
  })
})
