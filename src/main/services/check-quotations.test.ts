import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import type { Block } from '../../shared/model/text-content'
import type { ManuscriptBlock } from '../../shared/quotations/manuscript'
import type { CheckedQuotation } from '../../shared/quotations/quotation-report'
import { coder } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { HereThread } from '../rpc/testing/make-host'
import { checkQuotations } from './check-quotations'

const desk = new EmptyProject()
const d1 = 'd1' as DocumentId

const harbour = [
  'The mayor said that the harbour was old, and that nobody waits an hour for a stamp.',
  'Ice and snow are mountains of gold, they say; the office opens at nine every morning of the year.',
  '表格只交一次。没有人等一个小时，也没有人问为什么。'
]

async function check(...blocks: readonly (string | ManuscriptBlock)[]) {
  const manuscript = {
    name: 'chapter.txt',
    blocks: blocks.map((each) =>
      typeof each === 'string' ? { kind: 'paragraph' as const, text: each } : each
    )
  }
  const report = await checkQuotations(desk.session, new HereThread(), manuscript)
  const said = (each: CheckedQuotation) => report.text.slice(each.start, each.end)
  return { report, said, list: report.quotations.map((each) => [each.kind, each.status, said(each)]) }
}

describe('checking the quotations of a manuscript', () => {
  it('says how each stands, where, and what is altered', async () => {
    await addText(desk.session, d1, paragraphs(...harbour))
    const { report, list } = await check(
      'He writes “the harbour was old, and that nobody waits” and “mountains of silver, they say”.',
      'She has «nobody knew the ferry came», 又说「没有人等一个小时，也没有人问为什么」。'
    )
    expect(list).toEqual([
      ['marks', 'exact', 'the harbour was old, and that nobody waits'],
      ['marks', 'altered', 'mountains of silver, they say'],
      ['marks', 'not-found', 'nobody knew the ferry came'],
      ['marks', 'exact', '没有人等一个小时，也没有人问为什么']
    ])
    const altered = report.quotations[1]?.places[0]
    expect(
      altered?.differences.map(({ kind, own }) => [kind, report.text.slice(own.start, own.end)])
    ).toEqual([['altered', 'silver']])
    expect(altered).toMatchObject({
      document: d1,
      text: 'mountains of gold, they say',
      locator: { paragraph: { from: 2, to: 2 } }
    })
  })

  it('finds what is taken over for eight words without marks, and twelve ideographs', async () => {
    await addText(desk.session, d1, paragraphs(...harbour))
    const { list } = await check(
      'As we know the office opens at nine every morning of the week.',
      'The office opens at nine now.',
      '我们知道，没有人等一个小时也没有人问什么。'
    )
    expect(list).toEqual([
      ['unmarked', 'exact', 'the office opens at nine every morning of the'],
      ['unmarked', 'altered', '没有人等一个小时也没有人问']
    ])
  })

  it('does not tell twice what stands in a quotation, nor the nested one of one that was found', async () => {
    await addText(
      desk.session,
      d1,
      paragraphs(
        'He said: “nobody waits an hour for a stamp or two here”, and left the office of the harbour.'
      )
    )
    const { list } = await check(
      '“He said: ‘nobody waits an hour for a stamp or two here’, and left the office”'
    )
    expect(list).toEqual([
      ['marks', 'exact', 'He said: ‘nobody waits an hour for a stamp or two here’, and left the office']
    ])
    const { list: inner } = await check(
      '“It is claimed in vain that ‘nobody waits an hour for a stamp’ in town or land”'
    )
    expect(inner.map(([kind, status]) => [kind, status])).toEqual([
      ['marks', 'not-found'],
      ['marks', 'exact']
    ])
  })

  it('names every version in which it stands, that of the citation first', async () => {
    for (const [at, id] of ['d1', 'd2', 'd3', 'd4', 'd5'].entries())
      await addText(desk.session, id, paragraphs(harbour[0] ?? ''), {
        title: `Version ${id}`,
        published: { date: `201${at}`, precision: 'year' }
      })
    const { report } = await check('“nobody waits an hour for a stamp” (Version d3, 2012, p. 4)')
    const [own] = report.quotations
    expect(own).toMatchObject({ status: 'exact', total: 5 })
    expect(own?.places).toHaveLength(5)
    expect(own?.places[0]?.document).toBe('d3')
    expect(own?.places[0]?.verdicts).toEqual([
      { about: 'page', verdict: 'unknown', given: '4', known: '' },
      { about: 'date', verdict: 'right', given: '2012', known: '2012' }
    ])
  })

  it('says a wrong page and a wrong date, and only those that are known', async () => {
    const pages: Block[] = harbour.map((text, at) => ({
      kind: 'paragraph',
      number: at + 1,
      text,
      page: at + 1,
      pageLabel: `${40 + at}`
    }))
    await addText(desk.session, d1, pages, { published: { date: '2018-12', precision: 'month' } })
    const words = '“nobody waits an hour for a stamp”'
    const verdicts = async (citation: string, ...more: ManuscriptBlock[]) => {
      const { report } = await check(`${words}${citation}`, ...more)
      return report.quotations[0]?.places[0]?.verdicts.map(
        ({ about, verdict, known }) => `${about} ${verdict} ${known}`
      )
    }
    expect(await verdicts(' (Clerk 2018, 40).')).toEqual(['page right 40', 'date right 2018-12'])
    expect(await verdicts(' (Clerk 2017, 45).')).toEqual(['page wrong 40', 'date wrong 2018-12'])
    expect(
      await verdicts('.[3] More.', { kind: 'note', text: '[3] Clerk, Harbours (2018), p. 41.' })
    ).toEqual(['page wrong 40', 'date right 2018-12'])
    expect(await verdicts('（第40页）。')).toEqual(['page right 40'])
    await desk.session.do({ type: 'document.update', id: d1, patch: { proposed: ['published'] } }, coder.id)
    expect(await verdicts(' (Clerk 2017, 40).')).toEqual(['page right 40', 'date unknown '])
  })

  it('gives the places of what is too short, and says that it is', async () => {
    await addText(desk.session, d1, paragraphs(...harbour))
    const { report } = await check('The “old” harbour, the “nobody waits”, 「表格」.')
    expect(report.quotations.map(({ status, total }) => [status, total])).toEqual([
      ['short', 1],
      ['short', 1],
      ['short', 1]
    ])
  })

  it('knows a quotation of an earlier state of a text', async () => {
    const document = await addText(desk.session, d1, paragraphs(...harbour))
    const blocks = paragraphs('The mayor said that the harbour was new, and that everybody waits an hour.')
    const text = await desk.session.contents.addText({ format: 1, blocks })
    const [first] = document.revisions
    if (!first) throw new Error('no revision')
    const { original } = document
    const now = {
      ...first,
      text,
      made: '2026-05-12T10:00:00.000Z',
      reason: 'correction' as const,
      original: null
    }
    const revisions = [{ ...first, original }, now]
    const done = await desk.session.do(
      { type: 'document.revise', id: d1, revisions, furniture: [], words: 14, original },
      coder.id
    )
    expect(done.ok).toBe(true)
    const { report } = await check('“the harbour was old, and that nobody waits an hour”')
    expect(report.quotations[0]).toMatchObject({ status: 'earlier' })
    expect(
      report.quotations[0]?.places.map(({ earlier, differences }) => [earlier !== null, differences.length])
    ).toEqual([
      [true, 0],
      [false, 2]
    ])
  })

  it('looks through the other texts where one cannot be read, and names it', async () => {
    await addText(desk.session, 'd1', paragraphs(...harbour))
    const lost = await addText(desk.session, 'd2', paragraphs('Lost for ever and for good, it is said.'))
    await desk.reopen()
    await rm(join(desk.folder, 'texts', `${lost.revisions[0]?.text}.json`))
    const { report } = await check('“nobody waits an hour for a stamp”')
    expect(report).toMatchObject({ texts: 1, unread: ['d2'], quotations: [{ status: 'exact' }] })
  })

  it('has nothing to say of a manuscript without quotations, and counts marks without a partner', async () => {
    await addText(desk.session, d1, paragraphs(...harbour))
    expect((await check('Nothing is quoted here.', '')).list).toEqual([])
    const { report } = await check('He said “nobody waits an hour for a stamp. She left.')
    expect(report.unpaired).toEqual([8])
  })
})
