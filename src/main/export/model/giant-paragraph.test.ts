import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../shared/model/ids'
import { coder } from '../../../shared/testing/sample-records'
import { EmptyProject } from '../../import/testing/empty-project'
import { addText, annotationOf, paragraphs } from '../../rpc/testing/add-text'
import type { ExcerptItem } from '../format'
import { makersOf } from '../testing/make-export'
import type { ExportJob } from '../writing/export-job'
import { madeItems } from '../writing/made-items'
import { prepareExport } from './prepare'

const made = new EmptyProject()
const sentences = 12_000
const highlights = 400

describe('excerpts of a text that is one paragraph', () => {
  it('have their own sentence as context, and the paragraph is cut into sentences once', async () => {
    const text = Array.from({ length: sentences }, (_, at) => `Form ${at} was stamped at noon.`).join(' ')
    const blocks = paragraphs(text)
    const document = await addText(made.session, 'd1' as DocumentId, blocks, { language: 'en' })
    const operations = Array.from({ length: highlights }, (_, at) => ({
      type: 'annotation.add' as const,
      annotation: annotationOf(document, blocks, `Form ${at * 29} was`)
    }))
    const done = await made.session.do({ type: 'batch', label: 'autocode', operations }, coder.id)
    expect(done).toMatchObject({ ok: true })
    const options = { context: { unit: 'sentence' }, group: 'none', citations: 'none' } as const
    const request = { of: 'excerpts', format: 'csv', options, query: {}, chosen: null } as const
    const items: ExcerptItem[] = []
    const before = process.cpuUsage()
    const { job, feed } = await prepareExport(makersOf(made.session), request)
    for await (const batch of madeItems(job as ExportJob<'excerpts'>, feed)) items.push(...batch)
    const { user, system } = process.cpuUsage(before)
    const said = items.flatMap((each) => (each.kind === 'excerpt' ? [each.excerpt] : []))
    expect(said.map(({ before: lead, quote, after }) => `${lead}${quote}${after}`)).toEqual(
      Array.from({ length: highlights }, (_, at) => `Form ${at * 29} was stamped at noon.`)
    )
    // Cut anew for each highlight it takes minutes.
    expect((user + system) / 1000).toBeLessThan(15_000)
  })
})
