import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ContentStore } from './content-store'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-contents-'))
  for (const name of ['texts', 'originals', 'damaged']) await mkdir(join(folder, name))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const content = {
  format: 1 as const,
  blocks: [{ kind: 'paragraph' as const, number: 1, text: 'Snow fell. '.repeat(20_000) }]
}

it('a content that several bring at the same time is written once, and nobody is refused', async () => {
  const contents = new ContentStore(folder)
  const bytes = Buffer.from('An original file.'.repeat(10_000))
  const [text] = await Promise.all(Array.from({ length: 8 }, () => contents.addText(content)))
  const [original] = await Promise.all(Array.from({ length: 8 }, () => contents.addOriginal(bytes, 'txt')))
  expect(await readdir(join(folder, 'texts'))).toEqual([`${text}.json`])
  expect(await readdir(join(folder, 'originals'))).toEqual([`${original}.txt`])
  expect(await readFile(join(folder, 'originals', `${original}.txt`))).toEqual(bytes)
  expect(await readdir(join(folder, 'damaged'))).toEqual([])
  const read = text && (await new ContentStore(folder).text(text))
  expect(read?.ok && read.value.blocks[0]?.text).toBe(content.blocks[0]?.text)
})

it('what lies under its name and is not it is set aside', async () => {
  const contents = new ContentStore(folder)
  const hash = await contents.addText(content)
  await writeFile(join(folder, 'texts', `${hash}.json`), 'torn')
  await new ContentStore(folder).addText(content)
  const read = await new ContentStore(folder).text(hash)
  expect(read.ok).toBe(true)
  expect(await readdir(join(folder, 'damaged'))).toHaveLength(1)
})
