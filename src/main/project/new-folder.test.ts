import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freeFolder, safeName } from './new-folder'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-folder-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

it('a new project takes the first free folder of its name', async () => {
  expect(freeFolder(home, 'Bulletins')).toBe(join(home, 'Bulletins'))
  await mkdir(join(home, 'Bulletins'))
  expect(freeFolder(home, 'Bulletins')).toBe(join(home, 'Bulletins 2'))
  await mkdir(join(home, 'Bulletins 2'))
  expect(freeFolder(home, 'Bulletins')).toBe(join(home, 'Bulletins 3'))
})

it('a name is made one that every file system takes', () => {
  expect(safeName('One: main / six? pairs...')).toBe('One main six pairs')
  expect(safeName(' /// ')).toBe('Variorum')
})
