import { dirname } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../../../shared/testing/sample-records'
import { MadeFiles } from '../../../import/testing/made-files'
import type { AlignedRow, AlignedWork } from '../../aligned/aligned-work'
import type { WorkModel } from '../../format'
import { hasProgram, publishedSchema, run } from '../../testing/other-software'
import { samplePage, sampleReferences } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { exportWords } from '../../words'
import { workTmx } from './tmx'

const made = new MadeFiles()
const hasXmllint = hasProgram('xmllint')
const dtd = publishedSchema('xml/tmx14.dtd')

function model(work: AlignedWork): WorkModel {
  return {
    ...sampleReferences,
    page: samplePage,
    words: exportWords('en'),
    language: 'en',
    contents: { text: () => Promise.reject(new Error('no text')), original: async () => null },
    work,
    annotations: new Map(),
    alignments: []
  }
}

const versions = [
  { ...makeDocument('d1'), title: 'One & the same', language: 'zh-Hans', rendering: 'source' as const },
  { ...makeDocument('d2'), title: 'Twins', language: 'en' },
  { ...makeDocument('d3'), title: 'Twins', language: 'en' }
]

const words = fc
  .array(
    fc.constantFrom('a', '. ', ' ', '  ', '&', '<', ']]>', '&amp;', '"', '字', '𠮷', '\u202e', '\u00a0'),
    {
      minLength: 1,
      maxLength: 12
    }
  )
  .map((parts) => parts.join('').trim())
const cell = fc.oneof(fc.constant(''), words)
const row = fc.tuple(cell, cell, cell, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()).map(
  ([a, b, c, sure, byHand]): AlignedRow => ({
    sentences: [],
    starts: [],
    texts: [a, b, c],
    confidence: [null, sure, sure / 2],
    byHand: [false, byHand, !byHand],
    moved: [false, false, false],
    findings: [null, null, null]
  })
)
const works = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows): AlignedWork => ({ title: 'A work <1>', versions, blocks: [[], [], []], rows, from: -1 }))

const spoken = ({ rows }: AlignedWork) =>
  rows.filter((each) => each.texts.filter((text) => text !== '').length > 1)

describe('a translation memory', () => {
  it('comes back through our importer letter by letter, with confidence and origin', async () => {
    let number = 0
    await fc.assert(
      fc.asyncProperty(works, async (work) => {
        const { text, leftOut } = await writeToMemory(workTmx, model(work))
        const rows = spoken(work)
        expect(leftOut.get('rowsOfOneVersion') ?? 0).toBe(work.rows.length - rows.length)
        if (rows.length === 0) return
        const { texts } = await made.read(`memory-${++number}.tmx`, text)
        for (const [at, version] of versions.entries()) {
          const own = rows.map(({ texts: each }) => each[at] ?? '')
          if (own.every((each) => each === '')) continue
          const back = texts.find(({ part, blocks }) => {
            const isOwn = part === `${version.language} ${version.title}`
            return isOwn && blocks.map((each) => each.text).join('\n') === own.join('\n')
          })
          expect(back?.aligned).toBe('A work <1>')
          if (at === 0) continue
          const links = rows.flatMap(({ confidence, byHand }, index) =>
            own[index] === '' ? [] : [[index, confidence[at], byHand[at] ? 'hand' : 'auto']]
          )
          const stated = texts.map(({ rows: each }) =>
            JSON.stringify(each?.map(({ block, confidence, origin }) => [block, confidence, origin]))
          )
          expect(stated).toContain(JSON.stringify(links))
        }
      }),
      { numRuns: 100 }
    )
  })

  it.skipIf(!hasXmllint || !dtd)('is valid against the DTD, also with nothing to say', async () => {
    const empty: AlignedWork = { title: '', versions: [], blocks: [], rows: [], from: -1 }
    for (const [at, work] of [...fc.sample(works, { numRuns: 5, seed: 3 }), empty].entries()) {
      const { text } = await writeToMemory(workTmx, model(work))
      const file = await made.write(`valid-${at}.tmx`, text)
      const folder = dirname(dtd ?? '')
      expect(run('xmllint', ['--noout', '--nonet', '--path', folder, '--dtdvalid', dtd ?? '', file])).toBe('')
    }
  })

  it('counts what XML cannot carry', async () => {
    const work = { ...(fc.sample(works, 1)[0] ?? { title: '', blocks: [], rows: [] }), versions, from: -1 }
    const odd = { sentences: [], starts: [], moved: [], findings: [], byHand: [], confidence: [] }
    const { text, leftOut } = await writeToMemory(
      workTmx,
      model({ ...work, rows: [{ ...odd, texts: ['a\u0000b', 'c\udc00d', ''] }] })
    )
    expect(leftOut.get('charactersReplaced')).toBe(2)
    expect(text).toContain('<seg>a\ufffdb</seg>')
  })
})
