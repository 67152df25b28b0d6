import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../shared/export/rich-text'
import type { Result } from '../../shared/model/result'
import type { KeptQuotations } from '../../shared/quotations/quotation-report'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let call: (method: string, input: unknown, job?: string) => Promise<Result<unknown>>
let saveTo = ''

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-quotations-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Harbours', coder)
  made = await makeHost(home, { chooseSave: () => Promise.resolve(saveTo) })
  call = made.addWindow().call
  await call('project.open', { folder, how: 'write' })
  const { session } = made.host
  if (!session.ok) throw new Error('no project')
  await addText(
    session.value,
    'd1',
    paragraphs('The mayor said <so> that nobody waits an hour.', '=1+1 is what the ledger says & no more.'),
    {
      title: 'The harbour office',
      published: { date: '2018-12-03', precision: 'day' },
      csl: { type: 'article-newspaper', author: [{ family: 'Clerk', given: 'Anna' }] }
    }
  )
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

async function check(input: unknown): Promise<KeptQuotations> {
  const answer = await call('quotations.check', input)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as KeptQuotations
}

const quotes = ({ report }: KeptQuotations) =>
  report.quotations.map(({ status, start, end, given }) => [
    status,
    report.text.slice(start, end),
    given?.text ?? null
  ])

const words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A Word document with one paragraph, one block quotation and one footnote. */
function wordFile(): Uint8Array {
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${words}><w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style></w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${words}><w:footnote w:id="2"><w:p>${run('Clerk, Harbours, 5 December 2018.')}</w:p></w:footnote></w:footnotes>`,
    'word/document.xml': `<w:document ${words}><w:body><w:p>${run('He wrote “nobody waits an age.”')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' Then more.')}</w:p><w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>${run('what the ledger says')}</w:p></w:body></w:document>`
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

describe('a manuscript', () => {
  it('is read from a Word file with its notes and block quotations, and not kept', async () => {
    const file = join(home, 'chapter.docx')
    await writeFile(file, wordFile())
    const kept = await check([file])
    expect(quotes(kept)).toEqual([
      ['altered', 'nobody waits an age.', 'Clerk, Harbours, 5 December 2018.'],
      ['exact', 'what the ledger says', null]
    ])
    expect(kept.report.quotations[0]?.places[0]?.verdicts).toEqual([
      { about: 'date', verdict: 'wrong', given: '2018-12-05', known: '2018-12-03' }
    ])
    const { session } = made.host
    expect(session.ok && session.value.state.documents.size).toBe(1)
  })

  it('is pasted as plain text, or as Markdown where it has its signs', async () => {
    expect(quotes(await check({ text: 'So “nobody waits an hour” (2018).\r\n\r\n5 * 3 * 2' }))).toEqual([
      ['exact', 'nobody waits an hour', '(2018)']
    ])
    const markdown = await check({
      text: '> what the ledger says\n\nAnd “nobody waits an hour”.[^a]\n\n[^a]: Clerk 2018.'
    })
    expect(quotes(markdown)).toEqual([
      ['exact', 'what the ledger says', null],
      ['exact', 'nobody waits an hour', 'Clerk 2018.']
    ])
  })

  it.each([
    ['broken.docx', 'PK nothing', 'fileUnreadable'],
    ['book.pdf', '%PDF', 'noManuscript'],
    ['empty.txt', '', 'fileEmpty']
  ])('that cannot be read is refused with a sentence: %s', async (name, content, key) => {
    const file = join(home, name)
    await writeFile(file, content)
    expect(await call('quotations.check', [file])).toMatchObject({ ok: false, error: { key } })
    expect(await call('quotations.check', { text: ' \n' })).toMatchObject({
      ok: false,
      error: { key: 'manuscriptWithoutText' }
    })
  })

  it('of two megabytes is checked', async () => {
    const filler = 'Whoever came to the ferry carried a lantern, for the evenings are long there. '.repeat(5)
    const line = `The “old” office wrote “nobody waits an hour” and don’t you forget it. ${filler}\n\n`
    const { report } = await check({ text: line.repeat(Math.ceil(2_000_000 / line.length)) })
    expect(report.text.length).toBeGreaterThan(1_900_000)
    expect(report.quotations.length).toBeGreaterThan(8000)
  }, 30_000)

  it('is given up where its window no longer wants it', async () => {
    let begun = () => {}
    const waiting = new Promise<void>((resolve) => {
      begun = resolve
    })
    made.thread.before = (kind) => {
      if (kind !== 'matchQuotations') return Promise.resolve()
      begun()
      return new Promise((resolve) => setImmediate(resolve))
    }
    const checking = call('quotations.check', { text: '“nobody waits an hour”' }, 'mine')
    await waiting
    await call('job.cancel', 'mine')
    expect(await checking).toMatchObject({ ok: false, error: { key: 'cancelled' } })
  })
})

describe('a report', () => {
  it('offers the right citation in the style that is chosen, and another one once that is', async () => {
    const { check: name } = await check({ text: '“nobody waits an hour” and “the ledger says”' })
    const cited = ({ quotations }: KeptQuotations['report']) =>
      quotations.map(({ places: [place] }) => place && plainText(place.cited))
    const first = (await call('quotations.cite', { check: name })) as Result<KeptQuotations>
    const report = first.ok ? cited(first.value.report) : []
    expect(report[0]).toBe('Anna Clerk, “The Harbour Office,” December 3, 2018, para. 1.')
    expect(report[1]).toContain('para. 2')
    await call('app.setPreferences', { citationStyle: 'apa' })
    const again = (await call('quotations.cite', { check: name })) as Result<KeptQuotations>
    expect(again.ok && cited(again.value.report)).toEqual([
      '(Clerk, 2018, para. 1)',
      '(Clerk, 2018, para. 2)'
    ])
    expect(await call('quotations.cite', { check: 'gone' })).toMatchObject({
      error: { key: 'quotationsGone' }
    })
  })

  it('is written in every format of the registry, whatever stands in it', async () => {
    const text =
      'He has “the mayor said <so> that everybody waits”, “=1+1 is what the ledger says & no more” (1999).'
    const { check: name } = await check({ text })
    const write = async (format: string) => {
      saveTo = join(home, `report.${format}`)
      const saved = await call('export.save', { of: 'quotations', format, options: {}, check: name })
      expect(saved).toMatchObject({ ok: true, value: { count: 2 } })
      return readFile(saveTo, 'utf8')
    }
    const html = await write('html')
    expect(html).toContain('The mayor said &lt;so&gt; that')
    expect(html).toContain('<mark class="altered">everybody</mark>')
    expect(html).toContain(
      '<p class="verdict wrong">Wrong date: 1999 is cited, the text is dated 2018-12-03.</p>'
    )
    expect(await write('md')).toContain('> the mayor said \\<so> that <u>everybody</u> waits')
    const rows = Papa.parse<Record<string, string>>((await write('csv')).replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true
    }).data
    expect(rows.map((row) => [row.status, row.differences])).toEqual([
      ['altered', 'altered: everybody > nobody'],
      ['exact', '']
    ])
    const json = JSON.parse(await write('json')) as { quotations: { places: { title: string }[] }[] }
    expect(json.quotations[0]?.places[0]?.title).toBe('The harbour office')
    expect(
      await call('export.save', { of: 'quotations', format: 'csv', options: {}, check: 'gone' })
    ).toMatchObject({
      error: { key: 'quotationsGone' }
    })
  })
})
