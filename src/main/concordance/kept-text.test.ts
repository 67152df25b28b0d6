import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/concordance/default-settings'
import { foldSwitches } from '../../shared/concordance/fold-sign'
import { SearchedText } from '../../shared/concordance/searched-text'
import type { ContentHash } from '../../shared/model/ids'
import type { Block } from '../../shared/model/text-content'
import { textFile } from '../store/content-store'
import { DiskCache } from './disk-cache'
import { keepText, keptText } from './kept-text'
import { TextShelf } from './text-shelf'

const switches = foldSwitches(defaultSettings.same)
let folder: string
let caches: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-kept-'))
  caches = join(folder, 'caches')
  await mkdir(join(folder, 'texts'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function write(blocks: readonly Block[]): Promise<ContentHash> {
  const { hash, body } = textFile({ format: 1, blocks: [...blocks] })
  await writeFile(join(folder, 'texts', `${hash}.json`), body)
  return hash
}

const long = (text: string): Block[] => [
  { kind: 'heading', level: 1, number: null, text: 'Ｓtraße ’n’ café' },
  {
    kind: 'paragraph',
    number: 1,
    text: `${text}${'plain words '.repeat(300)}`,
    marks: [{ kind: 'emphasis', start: 3, end: 9 }]
  }
]

it('a text comes back as it was, with its paragraphs, marks and fold, whatever stands in it', async () => {
  const cache = new DiskCache(caches)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }), async (given) => {
      const blocks = long(`${given.replace(/[\r\n]/g, ' ')}ß後é —`)
      const hash = await write(blocks)
      const text = SearchedText.of(blocks)
      const folded = text.folded(switches)
      keepText(cache, folder, hash, text)
      const back = keptText(cache, folder, hash)
      expect(back?.text).toBe(text.text)
      expect(back?.blocks).toEqual(text.blocks)
      expect(back?.kinds).toEqual(text.kinds)
      expect(back?.markEdges).toEqual(text.markEdges)
      expect(back?.lastFold?.folded.text).toBe(folded.text)
      const offsets = Array.from({ length: folded.text.length - 1 }, (_, at) => at + 1)
      const origins = ({ map }: typeof folded) => offsets.map((at) => [map.start(at), map.end(at)])
      expect(origins(back?.folded(switches) ?? folded)).toEqual(origins(folded))
    }),
    { numRuns: 6 }
  )
})

it('writes nothing while somebody waits, and what is left the next time', async () => {
  const shelf = new TextShelf(new DiskCache(caches))
  const hashes = [await write(long('one ')), await write(long('two ')), await write(long('three '))]
  for (const hash of hashes) {
    const read = await shelf.text(folder, hash)
    if (!read.ok) throw new Error(read.error.message)
    read.value.folded(switches)
  }
  const kept = () => hashes.filter((hash) => keptText(new DiskCache(caches), folder, hash) !== null)
  await shelf.keep(() => kept().length < 1)
  expect(kept()).toHaveLength(1)
  await shelf.keep()
  expect(kept()).toEqual(hashes)
})

it('is not believed where the file is another by now, is gone, or the cache is damaged or of another version', async () => {
  const cache = new DiskCache(caches)
  const hash = await write(long('one '))
  const path = join(folder, 'texts', `${hash}.json`)
  const shelf = new TextShelf(cache)
  const read = await shelf.text(folder, hash)
  if (!read.ok) throw new Error(read.error.message)
  read.value.folded(switches)
  await shelf.keep()
  expect(keptText(cache, folder, hash)?.text).toBe(read.value.text)

  const [name = ''] = await readdir(caches)
  const whole = await readFile(join(caches, name))
  for (const spoilt of [
    whole.subarray(0, 100),
    Buffer.from(whole).fill(7, 40, 60),
    Buffer.from(whole).fill(9, 0, 1)
  ]) {
    await writeFile(join(caches, name), spoilt)
    expect(keptText(cache, folder, hash)).toBeNull()
    expect(await new TextShelf(cache).text(folder, hash)).toMatchObject({ ok: true })
  }
  await writeFile(join(caches, name), whole)

  // Touched since: it is read and checked again, and what is damaged is said.
  await writeFile(path, (await readFile(path, 'utf8')).replace('one', 'two'))
  const later = new Date(Date.now() + 60_000)
  await utimes(path, later, later)
  expect(await new TextShelf(cache).text(folder, hash)).toMatchObject({
    ok: false,
    error: { key: 'textDamaged' }
  })
  await rm(path)
  expect(await new TextShelf(cache).text(folder, hash)).toMatchObject({
    ok: false,
    error: { key: 'textMissing' }
  })
})

it('keeps no more than there is room for, what was used last', async () => {
  const cache = new DiskCache(caches, 3000)
  for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) {
    cache.write(name, [Buffer.alloc(1000)])
    await utimes(join(caches, name), at + 1, at + 1)
  }
  await cache.tidy()
  expect((await readdir(caches)).sort()).toEqual(['c', 'd'])
})

it('does without where its folder cannot be made', async () => {
  await writeFile(caches, 'a file')
  const cache = new DiskCache(caches)
  cache.write('a', [Buffer.alloc(10)])
  expect(cache.read('a')).toBeNull()
  await cache.tidy()
})
