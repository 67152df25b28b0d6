import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import type { DocumentId, ThemeId } from '../../../shared/model/ids'
import { coder, makeTheme } from '../../../shared/testing/sample-records'
import { EmptyProject } from '../../import/testing/empty-project'
import { addText, annotationOf, paragraphs } from '../../rpc/testing/add-text'
import { HereThread } from '../../rpc/testing/make-host'
import { makeRevision, planRevision } from '../../services/revise'
import { FaultyFiles } from '../../store/testing/faulty-files'
import { Reanchorer } from '../../workers/reanchorer'
import type { Making } from '../model/given-items'
import { prepareExport } from '../model/prepare'
import { makersOf } from '../testing/make-export'
import type { ExportSide, ExportWriter } from './export-job'
import { ExportThreads } from './export-threads'
import { ExportsHere } from './exports-here'
import { fittingName, saveExport } from './save-export'
import { hereThread } from './testing/here-thread'

const made = new EmptyProject()
const blocks = paragraphs(
  ...Array.from({ length: 900 }, (_, at) => `Form ${at} was handed in. The clerk stamped it at once.`)
)
const theme = 't1' as ThemeId
const id = 'd1' as DocumentId
const all: ExportRequest = { of: 'excerpts', format: 'csv', options: {}, query: {}, chosen: null }

/** A text with so many highlights, every second with a theme. */
async function withHighlights(count: number): Promise<void> {
  const document = await addText(made.session, id, blocks, { title: 'Forms', language: 'en' })
  await made.session.do({ type: 'theme.add', theme: makeTheme(theme), index: 0 }, coder.id)
  const operations = Array.from({ length: count }, (_, at) => ({
    type: 'annotation.add' as const,
    annotation: {
      ...annotationOf(document, blocks, `Form ${at} was`),
      codings: at % 2 ? [] : [{ theme, coder: coder.id, created: '2026-01-01T00:00:00.000Z' }]
    }
  }))
  if (count === 0) return
  const done = await made.session.do({ type: 'batch', label: 'autocode', operations }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
}

interface How {
  readonly writer?: ExportWriter
  readonly making?: Making
  readonly signal?: AbortSignal
  readonly files?: FaultyFiles
}

async function save(file: string, how: How = {}, request: ExportRequest = all) {
  const { writer = new ExportsHere(), making, signal = new AbortController().signal, files } = how
  const prepared = await prepareExport(makersOf(made.session, making ? { making } : {}), request)
  return saveExport(prepared, file, false, { writer, signal, print: null, ...(files ? { files } : {}) })
}

const target = () => join(made.home, 'out', 'forms.csv')
const inFolder = async () => (await readdir(join(made.home, 'out'))).sort()

async function folder(): Promise<void> {
  await mkdir(join(made.home, 'out'))
}

async function rows(file = target()): Promise<Record<string, string>[]> {
  const text = await readFile(file, 'utf8')
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
}

/** A writer in whose midst something happens once: when the first excerpts have been taken. */
class Interrupted implements ExportWriter {
  constructor(private readonly happens: () => Promise<void>) {}

  write(...[job, side, signal]: Parameters<ExportWriter['write']>): ReturnType<ExportWriter['write']> {
    let taken = 0
    const items: ExportSide['items'] = async () => {
      if (taken++ === 1) await this.happens()
      return side.items()
    }
    return new ExportsHere().write(job, { ...side, items }, signal)
  }
}

describe('an export', () => {
  it('is written whole, each excerpt with its words', async () => {
    await withHighlights(500)
    await folder()
    const saved = await save(target())
    expect(saved).toMatchObject({ ok: true, value: { file: target(), shortened: false } })
    const found = await rows()
    expect(found.map(({ quote }) => quote)).toEqual(Array.from({ length: 500 }, (_, at) => `Form ${at} was`))
    expect(found[7]).toMatchObject({
      after: ' handed in.',
      citation: expect.stringMatching(/Forms.*8/)
    })
    expect(await inFolder()).toEqual(['forms.csv'])
  })

  it('is the same where a thread writes it, and a thread that waits writes the next', async () => {
    await withHighlights(500)
    await folder()
    let begun = 0
    const writer = new ExportThreads(() => {
      begun++
      return hereThread()
    })
    await save(target())
    const here = await readFile(target(), 'utf8')
    for (const name of ['a.csv', 'b.csv']) {
      expect(await save(join(made.home, 'out', name), { writer })).toMatchObject({ ok: true })
      expect(await readFile(join(made.home, 'out', name), 'utf8')).toBe(here)
    }
    expect(begun).toBe(1)
  })

  it('is of one state of the project, whatever is changed while it is written', async () => {
    await withHighlights(500)
    await folder()
    let changed = 0
    const writer = new Interrupted(async () => {
      const { session } = made
      const last = [...(session.state.annotations.get(id)?.values() ?? [])].at(-1)
      const document = session.state.documents.get(id)
      if (!last || !document) throw new Error('nothing to change')
      await session.do({ type: 'annotation.remove', document: id, id: last.id }, coder.id)
      const reanchorer = new Reanchorer(new HereThread())
      const next = {
        blocks: paragraphs('A new beginning.', ...blocks.map(({ text }) => text.replace('clerk', 'officer'))),
        furniture: [],
        reason: 'correction' as const,
        original: null
      }
      const plan = await planRevision(session, reanchorer, document, next)
      if (plan.ok) await makeRevision(session, reanchorer, plan.value, coder.id)
      changed = made.session.seq
    })
    const before = made.session.seq
    const options = { context: { unit: 'paragraph' as const } }
    expect(await save(target(), { writer }, { ...all, options })).toMatchObject({ ok: true })
    expect(changed).toBe(before + 2)
    const found = await rows()
    expect(found).toHaveLength(500)
    expect(found.map(({ paragraph_from }) => paragraph_from)).toEqual(found.map((_, at) => String(at + 1)))
    expect(found.every(({ after }) => after?.endsWith('The clerk stamped it at once.'))).toBe(true)
  })

  it('that is cancelled half way leaves what lay there before, and nothing else', async () => {
    await withHighlights(900)
    await folder()
    await writeFile(target(), 'of last week')
    for (const threads of [false, true]) {
      const controller = new AbortController()
      const cancel = async () => controller.abort(new Error('no longer wanted'))
      const writer = threads ? new ExportThreads(hereThread) : new Interrupted(cancel)
      const making: Making = {
        signal: controller.signal,
        progress: (done) => {
          if (threads && done > 0) void cancel()
        }
      }
      await expect(save(target(), { writer, making, signal: controller.signal })).rejects.toThrow(
        'no longer wanted'
      )
      expect(await inFolder()).toEqual(['forms.csv'])
      expect(await readFile(target(), 'utf8')).toBe('of last week')
    }
  })

  it('of no excerpt is a file with nothing but what every file has', async () => {
    await withHighlights(0)
    await folder()
    expect(await save(target())).toMatchObject({ ok: true })
    expect(await rows()).toEqual([])
    expect(await readFile(target(), 'utf8')).toContain('quote')
  })

  it('whose text cannot be read says so, and leaves nothing', async () => {
    await withHighlights(10)
    await folder()
    const revision = made.session.state.documents.get(id)?.revisions[0]?.text
    await made.reopen()
    await writeFile(join(made.folder, 'texts', `${revision}.json`), '{}')
    for (const writer of [new ExportsHere(), new ExportThreads(hereThread)])
      expect(await save(target(), { writer })).toMatchObject({ ok: false, error: { key: 'textDamaged' } })
    expect(await inFolder()).toEqual([])
  })
})

describe('a target that cannot be written to', () => {
  it('is named in a sentence, and what lay there stays', async () => {
    await withHighlights(3)
    await folder()
    await writeFile(target(), 'of last week')
    await chmod(target(), 0o444)
    expect(await save(target())).toMatchObject({
      ok: false,
      error: { key: 'exportReadOnly', params: { file: 'forms.csv' } }
    })
    expect(await readFile(target(), 'utf8')).toBe('of last week')
    expect(await save(join(made.home, 'out'))).toMatchObject({ ok: false, error: { key: 'exportIsFolder' } })
    const nowhere = join(made.home, 'gone', 'forms.csv')
    expect(await save(nowhere)).toMatchObject({ ok: false, error: { key: 'exportNoFolder' } })
    expect(await inFolder()).toEqual(['forms.csv'])
  })

  it.each(['open', 'write', 'sync', 'rename'] as const)('as the disk is full at %s', async (call) => {
    await withHighlights(30)
    await folder()
    await writeFile(target(), 'of last week')
    const files = new FaultyFiles()
    files.fault = (asked) => (asked === call ? { kind: 'fail', code: 'ENOSPC' } : null)
    expect(await save(target(), { files })).toMatchObject({ ok: false, error: { key: 'exportDiskFull' } })
    expect(await inFolder()).toEqual(['forms.csv'])
    expect(await readFile(target(), 'utf8')).toBe('of last week')
  })

  it('as its name is too long for a disk gets a shorter one, which is said', async () => {
    await withHighlights(3)
    await folder()
    const long = join(made.home, 'out', `${'摘录'.repeat(60)}.csv`)
    const saved = await save(long)
    expect(saved).toMatchObject({ ok: true, value: { shortened: true, file: fittingName(long) } })
    const [name = ''] = await inFolder()
    expect(name).toMatch(/^(摘录)+摘?\.csv$/)
    expect(Buffer.byteLength(name)).toBeGreaterThan(245)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  })
})
