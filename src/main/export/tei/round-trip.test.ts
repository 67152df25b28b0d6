import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../shared/model/ids'
import { qualityMarks } from '../../../shared/model/quality-marks'
import { plainState } from '../../../shared/model/state'
import { batchOf } from '../../../shared/operations/batch-of'
import { coder } from '../../../shared/testing/sample-records'
import type { Session } from '../../project/session'
import { prepareExport } from '../model/prepare'
import { projectToMake } from '../testing/exchange-arbitrary'
import { exchangedView } from '../testing/exchanged-view'
import { makersOf } from '../testing/make-export'
import { bringIn, fill, withTwoProjects } from '../testing/two-projects'
import { runExport } from '../writing/run-export'

/** A text of a project as TEI, as the window and the command write it. */
async function teiOf(session: Session, document: string): Promise<Uint8Array> {
  const request = { of: 'document' as const, format: 'tei', options: {}, document: document as DocumentId }
  const { job, feed } = await prepareExport(makersOf(session), request)
  const pieces: Uint8Array[] = []
  const piece = async (bytes: Uint8Array) => void pieces.push(bytes)
  const file = () => Promise.reject(new Error('TEI is one file'))
  await runExport(job, { ...feed, piece, file, print: null }, new AbortController().signal)
  return Buffer.concat(pieces)
}

/** What a file of one text carries: the text with all that is said of it, and the codebook. */
async function carried(session: Session, title: string) {
  const { documents, themes } = await exchangedView(session)
  const own = documents.find(({ facts }) => facts.title === title)
  if (!own) throw new Error(`there is no text “${title}”`)
  const { source: _, attributes, ...facts } = own.facts
  return {
    text: own.text,
    facts,
    attributes: Object.entries(attributes)
      .filter(([, value]) => value.trim() !== '')
      .sort(),
    memos: own.memos.filter(({ text }) => text !== ''),
    passages: own.passages
      .map(({ guid: __, ...passage }) => passage)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    themes: themes.map(({ path, colour, prose }) => ({ path, colour, prose }))
  }
}

describe('a text that goes out as TEI and comes in again', () => {
  it('says the same: words, highlights, codings with coder and time, memos, codebook, attributes', async () => {
    await fc.assert(
      fc.asyncProperty(projectToMake, ({ records, texts, memos }) =>
        withTwoProjects(async (from, into) => {
          const [first] = texts
          await fill(from, records, texts)
          const more = batchOf('import', memos)
          if (more) expect(await from.do(more, coder.id)).toMatchObject({ ok: true })
          const title = first?.facts?.title ?? ''
          await bringIn(into, 'text.xml', await teiOf(from, 'd0'))
          expect(await carried(into, title)).toEqual(await carried(from, title))
        })
      ),
      { numRuns: 6, endOnFailure: true }
    )
  }, 60_000)

  it('keeps marks of the wording, and counts highlights whose anchors are missing', async () => {
    await withTwoProjects(async (from, into) => {
      const passage = { start: 0, end: 5, facts: { quality: [...qualityMarks] } }
      await fill(
        from,
        [],
        [{ id: 'd0', lines: ['Nobody waits.'], passages: [passage, { start: 7, end: 12 }] }]
      )
      const tei = Buffer.from(await teiOf(from, 'd0')).toString()
      await bringIn(into, 'text.xml', tei.replace(/<anchor xml:id="[^"]*a1\.end"\/>/, ''))
      const kept = Object.values(plainState(into.state).annotations).flatMap((own) => Object.values(own))
      expect(kept.map(({ selector, quality }) => [selector.exact, quality])).toEqual([
        ['Nobod', [...qualityMarks]]
      ])
    })
  })
})
