import { beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId, WorkId } from '../../../shared/model/ids'
import { coder } from '../../../shared/testing/sample-records'
import { EmptyProject } from '../../import/testing/empty-project'
import { addText, paragraphs } from '../../rpc/testing/add-text'
import { HereThread } from '../../rpc/testing/make-host'
import { AlignmentCache } from '../../services/alignment-cache'
import { Comparison } from '../../services/compare'
import { makeRevision, planRevision } from '../../services/revise'
import { readingOf } from '../../services/version'
import { Aligner } from '../../workers/aligner'
import { Reanchorer } from '../../workers/reanchorer'
import { alignedWork } from './aligned-work'

const desk = new EmptyProject()
const [a, b] = ['d1' as DocumentId, 'd2' as DocumentId]
const english = ['The office opened on Monday.', 'Each form is handed in once.', 'Nobody waits an hour.']
const papers = ['The office opened on Monday.', 'Each paper is handed in once.', 'Nobody waits an hour.']

let thread: HereThread
let aligner: Aligner
let comparison: Comparison

beforeEach(async () => {
  thread = new HereThread()
  aligner = new Aligner(thread)
  comparison = new Comparison(aligner, new AlignmentCache(null))
  const works = ['w1' as WorkId]
  await desk.session.do(
    { type: 'work.add', work: { id: 'w1' as WorkId, title: 'Forms', order: [] } },
    coder.id
  )
  await addText(desk.session, a, paragraphs(...english), { works, language: 'en' })
  await addText(desk.session, b, paragraphs(...papers), { works, language: 'en' })
})

async function lengthen(): Promise<void> {
  const document = desk.session.state.documents.get(b)
  if (!document) throw new Error('no document')
  const reanchorer = new Reanchorer(new HereThread())
  const blocks = paragraphs('The very old office opened on Monday.', ...papers.slice(1))
  const next = { blocks, furniture: [], reason: 'correction' as const, original: null }
  const plan = await planRevision(desk.session, reanchorer, document, next)
  const made = plan.ok ? await makeRevision(desk.session, reanchorer, plan.value, coder.id) : plan
  if (!made.ok) throw new Error(made.error.message)
}

describe('versions side by side that are exported', () => {
  for (const kind of ['align', 'findings'] as const)
    it(`quote one state of each text, though one is corrected meanwhile (${kind})`, async () => {
      let once = true
      thread.before = async (running) => {
        if (running !== kind || !once) return
        once = false
        await lengthen()
      }
      const made = await alignedWork(readingOf(desk.session), comparison, aligner, [a, b], a)
      expect(once).toBe(false)
      if (!made.ok) throw new Error(made.error.message)
      expect(made.value.title).toBe('Forms')
      expect(made.value.rows.map(({ texts }) => texts)).toEqual(english.map((each, at) => [each, papers[at]]))
      expect(made.value.rows.map(({ findings }) => findings[1]?.substituted)).toEqual([0, 1, 0])
      expect(made.value.blocks[1]?.map(({ text }) => text)).toEqual(papers)
    })
})
