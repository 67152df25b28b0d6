import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { coder } from '../../shared/testing/sample-records'
import type { ClipboardText } from '../export/clipboard/clipboard-text'
import { createProject } from '../project/create'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

const blocks = paragraphs('Snow fell in the night.', 'The office opened late.')
const excerpts = { of: 'excerpts', options: {}, query: {}, chosen: null } as const

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-exporting-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** A host with two highlights. What a person answers to the dialog is asked when it opens. */
async function open(chooseSave: () => Promise<string | null> = () => Promise.resolve(null)) {
  const folder = join(home, 'project')
  await createProject(folder, 'Test', coder)
  const clipboard: (string | ClipboardText)[] = []
  const shown: string[] = []
  const made = await makeHost(home, {
    chooseSave,
    writeClipboard: async (text) => void clipboard.push(text),
    showInFolder: (path) => void shown.push(path)
  })
  const window = made.addWindow()
  await window.call('project.open', { folder, how: 'write' })
  const { session } = made.host
  if (!session.ok) throw new Error(session.error.key)
  const document = await addText(session.value, 'd1', blocks)
  for (const quote of ['Snow fell', 'opened late'])
    await window.call('project.do', {
      type: 'annotation.add',
      annotation: annotationOf(document, blocks, quote)
    })
  return { ...made, ...window, clipboard, shown }
}

/** What lies in the home of the test beside the app's own. */
async function exported(): Promise<string[]> {
  return (await readdir(home)).filter((name) => /^(out|\.export-)/.test(name))
}

describe('an export of a window', () => {
  it('leaves nothing where it is cancelled: while the file is chosen, or while it is written', async () => {
    const file = join(home, 'out.csv')
    const dialogs: ((path: string) => void)[] = []
    const { host, call } = await open(() => new Promise((resolve) => void dialogs.push(resolve)))
    const dialog = async (at: number) => {
      while (dialogs.length <= at) await new Promise((turn) => setImmediate(turn))
      return (path: string) => dialogs[at]?.(path)
    }
    const waiting = call('export.save', { ...excerpts, format: 'csv' }, 'one')
    const first = await dialog(0)
    await call('job.cancel', 'one')
    first(file)
    expect(await waiting).toMatchObject({ ok: false, error: { key: 'cancelled' } })
    const writing = call('export.save', { ...excerpts, format: 'csv' }, 'two')
    const second = await dialog(1)
    second(file)
    await call('job.cancel', 'two')
    expect(await writing).toMatchObject({ ok: false, error: { key: 'cancelled' } })
    expect(await exported()).toEqual([])
    await host.close()
  })

  it('is whole where several go at once; a second one to the same file is refused', async () => {
    const names = ['out.csv', 'out.csv', 'out-1.json', 'out-2.html']
    const left = [...names]
    const { host, call } = await open(() => Promise.resolve(join(home, left.shift() ?? '')))
    const made = ['csv', 'csv', 'json', 'html'].map((format, at) =>
      call('export.save', { ...excerpts, format }, `job${at}`)
    )
    const [one, other, ...rest] = await Promise.all(made)
    for (const saved of [one, ...rest]) expect(saved).toMatchObject({ ok: true, value: { count: 2 } })
    expect(other).toMatchObject({ ok: false, error: { key: 'exportUnderWay' } })
    expect((await exported()).sort()).toEqual([...new Set(names)].sort())
    for (const name of await exported())
      expect(await readFile(join(home, name), 'utf8')).toContain('Snow fell')
    await host.close()
  })

  it('is shown in its folder, and no other file is', async () => {
    const file = join(home, 'out.txt')
    const { host, call, shown } = await open(() => Promise.resolve(file))
    await call('export.showInFolder', file)
    await call('export.save', { ...excerpts, format: 'txt' })
    await call('export.showInFolder', file)
    await call('export.showInFolder', join(home, 'project'))
    expect(shown).toEqual([file])
    await host.close()
  })
})

describe('excerpts that a window copies', () => {
  it('lie on the clipboard in three forms, those that were chosen alone', async () => {
    const { host, call, clipboard } = await open()
    const request = { ...excerpts, format: 'clipboard', options: { memos: 'none' } }
    expect(await call('export.copy', { request, remember: false })).toEqual({ ok: true, value: { count: 2 } })
    const listed = await call('annotations.names', {})
    const [one] = listed.ok ? z.array(z.object({ id: z.string() })).parse(listed.value) : []
    await call('export.copy', { request: { ...request, chosen: [one?.id] }, remember: true })
    const [both, single] = clipboard as ClipboardText[]
    for (const form of ['html', 'rtf', 'text'] as const) {
      expect(both?.[form]).toContain('Snow fell')
      expect(both?.[form]).toContain('opened late')
      expect(single?.[form]).not.toContain('opened late')
    }
    expect(await call('export.presets', null)).toMatchObject({
      value: { last: { excerpts: { format: 'clipboard' } } }
    })
    await host.close()
  })

  it('leave what lies there, where there is none and where the format is for a file', async () => {
    const { host, call, clipboard } = await open()
    const none = { ...excerpts, format: 'clipboard', query: { text: 'nothing says this' } }
    expect(await call('export.copy', { request: none, remember: false })).toMatchObject({
      value: { count: 0 }
    })
    const asFile = { request: { ...excerpts, format: 'csv' }, remember: false }
    expect(await call('export.copy', asFile)).toMatchObject({ ok: false, error: { key: 'exportNoFormat' } })
    expect(clipboard).toEqual([])
    await host.close()
  })
})
