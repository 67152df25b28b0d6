import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Coding } from '../../../shared/model/coding'
import type { CoderId, DocumentId, GroupId, MemoId, ThemeId } from '../../../shared/model/ids'
import type { SimpleOperation } from '../../../shared/operations/operation'
import { coder, makeTheme } from '../../../shared/testing/sample-records'
import { attribute, firstNamed, named, parseXml } from '../../import/formats/xml'
import { refiQdc } from '../formats/codebook/refi-qdc'
import { refiQdpx } from '../formats/project/refi-qdpx'
import { hasProgram, publishedSchema, run } from '../testing/other-software'
import { projectModelOf } from '../testing/session-models'
import { bringIn, fill, type TextToMake, withTwoProjects } from '../testing/two-projects'
import { writeToMemory } from '../testing/write-to-memory'

const time = '2026-02-03T04:05:06.000Z'
const second = { id: 'c2' as CoderId, name: 'Ann & Bo', colour: '#2f6fb0' }
const theme = (id: string, parent: string | null, facts: object, index = 0): SimpleOperation => ({
  type: 'theme.add',
  theme: { ...makeTheme(id, parent), ...facts },
  index
})
const memo = (id: string, about: Extract<SimpleOperation, { type: 'memo.add' }>['memo']['about']) => ({
  type: 'memo.add' as const,
  memo: {
    id: id as MemoId,
    about,
    title: 'Idea',
    text: `On ${about.kind}: ]]> <b> &amp;`,
    coder: second.id,
    created: time,
    modified: time
  }
})
const by = (id: string, who: CoderId): Coding => ({ theme: id as ThemeId, coder: who, created: time })

const records: readonly SimpleOperation[] = [
  { type: 'coder.add', coder: second },
  { type: 'attribute.define', name: 'year', definition: { type: 'number' } },
  { type: 'attribute.define', name: 'day', definition: { type: 'date' } },
  { type: 'attribute.define', name: 'first', definition: { type: 'truth' } },
  theme('t1', null, {
    name: 'Service / windows',
    description: 'What is promised.',
    inclusion: 'In a promise.'
  }),
  theme('t2', 't1', { name: 'Other', colour: '#a2392b' }),
  theme('t3', null, { name: '时间' }, 1),
  theme('t4', 't3', { name: 'Other' }),
  { type: 'group.add', group: { id: 'g1' as GroupId, name: 'Both', themes: ['t2', 't4'] as ThemeId[] } }
]
const lines = ['👩‍👩‍👧 & 𠮷野家 opens <early>.', '\u202eabc\u202c ]]> once, once only.', 'e\u0301 🇨🇳 𠮷 end']
const words = lines.join('\n')
const at = (quote: string) => ({ start: words.indexOf(quote), end: words.indexOf(quote) + quote.length })

const texts: readonly TextToMake[] = [
  {
    id: 'd1',
    lines,
    facts: {
      title: 'A text: on / <forms> 港务',
      notes: 'From the gate.',
      attributes: { year: '2018', day: '2018-12-05', first: 'true', region: 'north & south', case: 'Ann; Bo' }
    },
    passages: [
      { ...at('𠮷野家 opens'), themes: ['t2', 't4'], facts: { memo: 'A *memo*\nin two lines' } },
      { ...at('once only'), codings: [by('t1', second.id), by('t4', second.id), by('t4', coder.id)] },
      { ...at('𠮷 end'), facts: { coder: second.id } },
      { ...at('𠮷 end'), facts: { coder: second.id, memo: 'Twice.' } }
    ]
  },
  { id: 'd2', lines: ['没有人等一个小时。𠮷。'], facts: { title: 'Second', language: 'zh' } },
  { id: 'd3', lines: ['The same title.'], facts: { title: 'Second' } }
]
const memos: readonly SimpleOperation[] = [
  memo('m1', { kind: 'project' }),
  memo('m2', { kind: 'document', id: 'd1' as DocumentId }),
  memo('m3', { kind: 'theme', id: 't2' as ThemeId }),
  memo('m4', { kind: 'formula', phrase: '最多跑一次' })
]

/** The sample as a file, with what it holds. */
async function written() {
  return withTwoProjects(async (session) => {
    await fill(session, records, texts)
    await fill(session, memos, [])
    const model = projectModelOf(session, coder.id)
    const qdpx = await writeToMemory(refiQdpx, model)
    const qdc = await writeToMemory(refiQdc, { ...model, counts: new Map() })
    const entries = unzipSync(qdpx.bytes)
    return { qdpx, qdc, entries, again: (await writeToMemory(refiQdpx, model)).bytes }
  })
}

const isChecked = hasProgram('xmllint') && hasProgram('python3')

describe('a project as REFI-QDA', () => {
  it('counts positions in code points of files that have LF alone and no mark', async () => {
    const { entries } = await written()
    const tree = parseXml(strFromU8(entries['project.qde'] ?? new Uint8Array()))
    const source = firstNamed(tree, 'TextSource')
    const path = (source && attribute(source, 'plainTextPath')) ?? ''
    const text = strFromU8(entries[`sources/${path.slice('internal://'.length)}`] ?? new Uint8Array())
    expect(text).toBe(words)
    const points = Array.from(text)
    const covered = named(tree, 'PlainTextSelection').map((each) => [
      attribute(each, 'name'),
      points.slice(Number(attribute(each, 'startPosition')), Number(attribute(each, 'endPosition'))).join('')
    ])
    expect(covered.map(([, quote]) => quote)).toEqual(['𠮷野家 opens', 'once only', 'once only', '𠮷 end'])
    for (const [name, quote] of covered) expect(name).toBe(quote)
  })

  it('gives each coder of a passage a selection, each code a name of its own, and joins what QualCoder stops at', async () => {
    const { entries, qdpx } = await written()
    const xml = strFromU8(entries['project.qde'] ?? new Uint8Array())
    const tree = parseXml(xml)
    const users = new Map(
      named(tree, 'User').map((each) => [attribute(each, 'guid'), attribute(each, 'name')])
    )
    const codes = new Map(
      named(tree, 'Code').map((each) => [attribute(each, 'guid'), attribute(each, 'name')])
    )
    expect([...codes.values()]).toEqual(['Service / windows', 'Other', '时间', 'Other (时间)'])
    const coded = named(tree, 'PlainTextSelection').map((each) => [
      users.get(attribute(each, 'creatingUser')),
      ...named(each, 'CodeRef').map((ref) => codes.get(attribute(ref, 'targetGUID')))
    ])
    expect(coded).toEqual([
      ['Coder', 'Other', 'Other (时间)'],
      ['Coder', 'Other (时间)'],
      ['Ann & Bo', 'Service / windows', 'Other (时间)'],
      ['Ann & Bo']
    ])
    expect(Object.fromEntries(qdpx.leftOut)).toEqual({ originals: 3, renamed: 1, joinedHighlights: 1 })
  })

  it('types variables, and names the cases of texts', async () => {
    const { entries } = await written()
    const tree = parseXml(strFromU8(entries['project.qde'] ?? new Uint8Array()))
    expect(
      named(tree, 'Variable').map((each) => [attribute(each, 'name'), attribute(each, 'typeOfVariable')])
    ).toEqual([
      ['year', 'Integer'],
      ['day', 'Date'],
      ['first', 'Boolean'],
      ['region', 'Text'],
      ['case', 'Text'],
      ['language', 'Text']
    ])
    expect(named(tree, 'Case').map((each) => attribute(each, 'name'))).toEqual(['Ann', 'Bo'])
    expect(named(tree, 'IntegerValue').map(({ textContent }) => textContent)).toEqual(['2018'])
  })

  it('names everything the same in a second export', async () => {
    const { qdpx, again } = await written()
    expect(Buffer.from(again).equals(qdpx.bytes)).toBe(true)
  })

  it('keeps the words of passages that were not found in a note on their text', async () => {
    const { leftOut, notes } = await withTwoProjects(async (session) => {
      const quoted = JSON.stringify([
        {
          uri: 'x',
          text: 'Where?',
          target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'words that are not in it at all' }] }]
        }
      ])
      await fill(session, [], [{ id: 'd1', lines: ['The office opens.'] }])
      const done = await bringIn(session, 'quotes.json', quoted, 'd1' as DocumentId)
      expect(done.highlights.orphans).toBe(1)
      const { bytes, leftOut } = await writeToMemory(refiQdpx, projectModelOf(session, coder.id))
      const entries = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.txt'))
      return { leftOut, notes: entries.map(([, content]) => strFromU8(content)) }
    })
    expect(leftOut.get('unsettledPassages')).toBe(1)
    expect(notes).toContain('“words that are not in it at all”\nWhere?')
  })

  it.skipIf(!isChecked)('is valid by the published schema, and all its references resolve', async () => {
    const checker = publishedSchema('check/refi_check.py')
    const schemas = publishedSchema('refi')
    if (!checker || !schemas) return
    const { qdpx, qdc } = await written()
    await withTwoProjects(async ({ folder }) => {
      for (const [name, { bytes }] of Object.entries({ 'p.qdpx': qdpx, 'c.qdc': qdc })) {
        const path = join(folder, '..', name)
        await writeFile(path, bytes)
        const { stdout, status } = spawnSync('/usr/bin/python3', [checker, path], {
          encoding: 'utf8',
          env: { ...process.env, REFI_XSD: schemas }
        })
        expect(status, stdout).toBe(0)
        expect(stdout).not.toMatch(/warn|ERROR/)
      }
      const path = join(folder, '..', 'c.qdc')
      expect(run('xmllint', ['--noout', '--schema', join(schemas, 'Codebook-mrt2019.xsd'), path])).toBe('')
    })
  })
})
