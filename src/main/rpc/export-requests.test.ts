import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportPreview } from '../../shared/ipc/export-answers'
import { type ExportPreset, type KeptExports, mostPresets } from '../../shared/ipc/export-request'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

const words = 'Snow fell in the night.'
const request = {
  of: 'excerpts',
  format: 'md',
  options: {},
  query: {},
  chosen: null
} as const

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let call: (method: string, input: unknown, job?: string) => Promise<Result<unknown>>
/** Where the person saves to; null where they call it off. */
let target: string | null
let folders: string[]

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-export-handlers-'))
  await createProject(join(home, 'project'), 'Winter', coder)
  target = null
  folders = []
  made = await makeHost(home, {
    chooseSave: (name) => Promise.resolve(target && join(target, `${name}.md`)),
    showInFolder: (file) => folders.push(file)
  })
  call = made.addWindow().call
  await call('project.open', { folder: join(home, 'project'), how: 'write' })
  const { session } = made.host
  if (!session.ok) throw new Error('no project')
  const blocks = paragraphs(words)
  const document = await addText(session.value, 'd1', blocks)
  await call('project.do', {
    type: 'annotation.add',
    annotation: annotationOf(document, blocks, 'Snow fell')
  })
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

describe('a preview', () => {
  it('shows the passages as the format writes them, and leaves no file', async () => {
    const answer = (await call('export.preview', request)) as Result<ExportPreview>
    if (!answer.ok) throw new Error(answer.error.key)
    expect(answer.value.text).toContain('Snow fell')
    expect(await call('export.showInFolder', join(home, 'project'))).toMatchObject({ ok: true })
    expect(folders).toEqual([])
  })

  it('of an archive shows what stands in it: the first table, the page to read', async () => {
    const shown = async (format: string) => {
      const answer = (await call('export.preview', { ...request, format })) as Result<ExportPreview>
      if (!answer.ok) throw new Error(answer.error.key)
      return answer.value
    }
    const table = await shown('data-package')
    expect(table).toMatchObject({ kind: 'table', cut: false })
    expect(table.rows?.[0]).toContain('quote')
    expect(table.rows?.[1]).toContain('Snow fell')
    const page = await shown('evidence')
    expect(page.kind).toBe('html')
    expect(page.text).toContain('<mark>Snow fell</mark>')
    expect(page.text).not.toContain('<script')
  })

  it('of a format that nobody knows, or without a project, is refused', async () => {
    expect(await call('export.preview', { ...request, format: 'none' })).toMatchObject({
      ok: false,
      error: { key: 'exportNoFormat' }
    })
    const closed = (await makeHost(join(home, 'other'))).addWindow()
    expect(await closed.call('export.preview', request)).toMatchObject({
      ok: false,
      error: { key: 'noProject' }
    })
  })
})

describe('what was saved', () => {
  it('lies where the person said, is shown in its folder, and its settings are remembered', async () => {
    target = home
    const options = { language: 'zh-CN' }
    const saved = (await call('export.save', { ...request, options })) as Result<{ file: string }>
    if (!saved.ok) throw new Error(saved.error.key)
    expect(saved.value).toMatchObject({ file: join(home, 'Winter.md'), count: 1 })
    expect(await readFile(saved.value.file, 'utf8')).toContain('Snow fell')
    await call('export.showInFolder', saved.value.file)
    // A window can have no other folder opened than those it has saved to.
    await call('export.showInFolder', join(home, 'project', 'project.json'))
    expect(folders).toEqual([saved.value.file])
    const kept = (await call('export.presets', null)) as Result<KeptExports>
    expect(kept.ok && kept.value.last.excerpts).toMatchObject({ format: 'md', options })
  })

  it('is nothing where the person called it off', async () => {
    expect(await call('export.save', request)).toEqual({ ok: true, value: null })
    const kept = (await call('export.presets', null)) as Result<KeptExports>
    expect(kept.ok && kept.value.last).toEqual({})
  })
})

describe('presets', () => {
  const preset = (name: string, of: ExportPreset['of'] = 'excerpts'): ExportPreset => ({
    name,
    of,
    format: 'md',
    options: {}
  })
  const keep = (one: ExportPreset) => call('export.presets', { do: 'keep', preset: one })
  const names = async () => {
    const kept = (await call('export.presets', null)) as Result<KeptExports>
    return kept.ok ? kept.value.presets.map(({ of, name }) => `${of} ${name}`) : []
  }

  it('take the place of the one of their name, of the same kind of export alone', async () => {
    await keep(preset('Thesis'))
    await keep(preset('Thesis', 'codebook'))
    const again = await keep({ ...preset(' Thesis '), format: 'csv' })
    expect(again).toMatchObject({ ok: true, value: { presets: [{ of: 'codebook' }, { format: 'csv' }] } })
    await call('export.presets', { do: 'drop', of: 'excerpts', name: 'Thesis' })
    expect(await names()).toEqual(['codebook Thesis'])
  })

  it('of two windows asked for at the same time are all kept, the oldest given up beyond the bound', async () => {
    const { call: other } = made.addWindow()
    await Promise.all(
      Array.from({ length: mostPresets + 2 }, (_, at) =>
        (at % 2 === 0 ? call : other)('export.presets', { do: 'keep', preset: preset(`p${at}`) })
      )
    )
    const kept = await names()
    expect(kept).toHaveLength(mostPresets)
    expect(kept).not.toContain('excerpts p0')
    expect(kept).toContain(`excerpts p${mostPresets + 1}`)
  })
})
