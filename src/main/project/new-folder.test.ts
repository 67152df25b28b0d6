import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

describe('a name that comes from a title', () => {
  it.each([
    ['cut at a whole sign', '渠'.repeat(300), '渠'.repeat(73)],
    ['without line breaks and signs that are refused', 'a\nb: c?\u0007 "d"', 'a b c d'],
    ['told from a device of Windows', 'CON', 'CON_'],
    ['neither hidden nor ending in a stop', '..notes. .', 'notes'],
    ['never empty', '???', 'Variorum']
  ])('is %s', (_, name, expected) => {
    expect(safeName(name)).toBe(expected)
  })

  it('keeps the family of a sign together', () => {
    expect(Buffer.byteLength(safeName('👩‍👩‍👧'.repeat(40)))).toBe(18 * 12)
  })
})
