import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { makeHost } from './testing/make-host'

const fixture = join(import.meta.dirname, '../project/fixtures/format-5-two-coders')

/** Annotations as files of format 5 hold them: themes, without who put them there. */
const OldFile = z.object({
  data: z.record(
    z.string(),
    z.object({
      document: z.string(),
      coder: z.string(),
      memo: z.string(),
      quality: z.array(z.string()),
      selector: z.object({ start: z.number(), end: z.number(), exact: z.string() }),
      themes: z.array(z.string())
    })
  )
})
const Exported = z.object({
  excerpts: z.array(
    z.object({
      id: z.string(),
      document: z.string(),
      coder: z.string(),
      memo: z.string(),
      quality: z.array(z.string()),
      start: z.number(),
      end: z.number(),
      quote: z.string(),
      codings: z.array(z.object({ theme: z.string() }))
    })
  )
})

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-older-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

it('a project of format 5 by two coders exports the excerpts that its own files hold', async () => {
  const held: unknown[] = []
  for (const name of await readdir(join(fixture, 'annotations'))) {
    const { data } = OldFile.parse(JSON.parse(await readFile(join(fixture, 'annotations', name), 'utf8')))
    for (const [id, { selector, ...own }] of Object.entries(data))
      held.push({ id, ...own, start: selector.start, end: selector.end, quote: selector.exact })
  }
  expect(held).toHaveLength(5)

  const folder = join(home, 'project')
  const out = join(home, 'out.json')
  await cp(fixture, folder, { recursive: true })
  const { addWindow } = await makeHost(home, { chooseSave: async () => out })
  const { call } = addWindow()
  expect(await call('project.open', { folder, how: 'write' })).toMatchObject({ ok: true })
  const request = { of: 'excerpts', options: {}, query: {}, chosen: null, format: 'json' } as const
  expect(await call('export.save', request)).toMatchObject({ ok: true, value: { count: 5, leftOut: [] } })
  const { excerpts } = Exported.parse(JSON.parse(await readFile(out, 'utf8')))
  const exported = excerpts.map(({ codings, ...own }) => ({
    ...own,
    themes: codings.map(({ theme }) => theme)
  }))
  expect(exported).toHaveLength(held.length)
  expect(exported).toEqual(expect.arrayContaining(held))
})
