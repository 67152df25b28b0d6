import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeDurably } from './durable-file'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-durable-'))
})

afterEach(() => rm(home, { recursive: true, force: true }))

it.each([`${'n'.repeat(252)}.md`, `${'渠'.repeat(83)}.csv`])(
  'a name that is just short enough takes a file: %s',
  async (name) => {
    await writeDurably(join(home, name), 'first')
    await writeDurably(join(home, name), 'second')
    expect(await readdir(home)).toEqual([name])
    expect(await readFile(join(home, name), 'utf8')).toBe('second')
  }
)

it('a name that is too long is refused, and leaves nothing', async () => {
  await expect(writeDurably(join(home, 'n'.repeat(256)), 'words')).rejects.toThrow()
  expect(await readdir(home)).toEqual([])
})
