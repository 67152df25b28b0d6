import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/concordance/default-settings'
import { wordRows } from '../../shared/concordance/word-rows'
import type { ContentHash } from '../../shared/model/ids'
import { paragraphs } from '../rpc/testing/add-text'
import { textFile } from '../store/content-store'
import { CorpusWords } from './corpus-words'
import { DiskCache } from './disk-cache'
import { GivenUp } from './given-up'
import type { CountedDocument } from './questions'
import { ReadyAnswers } from './ready-answers'
import { TextShelf } from './text-shelf'

let folder: string
let caches: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-words-'))
  caches = join(folder, 'caches')
  await mkdir(join(folder, 'texts'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function text(language: string, ...said: string[]): Promise<CountedDocument> {
  const { hash, body } = textFile({ format: 1, blocks: paragraphs(...said) })
  await writeFile(join(folder, 'texts', `${hash}.json`), body)
  return { text: hash, language, furniture: [] }
}

const pathOf = (hash: ContentHash) => join(folder, 'texts', `${hash}.json`)
const always = () => true

/** A thread that has just begun: what it knows comes from the disk. */
function fresh() {
  const cache = new DiskCache(caches)
  const words = new CorpusWords(new TextShelf(cache), cache)
  const list = async (documents: readonly CountedDocument[], more: object = {}) => {
    const settings = { ...defaultSettings, ownWords: [], ...more }
    const { vocabulary, texts, unread } = await words.of(
      { folder, settings, documents },
      { isWanted: always, howFar() {} }
    )
    const sum = words.summed(vocabulary, texts)
    const { rows } = wordRows(vocabulary, sum, { by: 'count', prefix: '' })(0, 100)
    const counts = Object.fromEntries(rows.map(({ word, count }) => [word, count]))
    return { counts, tokens: sum.tokens, unread, lengths: texts.map(({ length }) => length) }
  }
  return { words, list }
}

describe('words of a corpus', () => {
  it('are the same from the disk as from the texts, by any folding', async () => {
    const documents = [
      await text('en', 'Snow and snow and ice.', 'CAFÉ café don’t 3.5'),
      await text('zh', '冰雪運動，冰雪运动。')
    ]
    const first = fresh()
    const counted = await first.list(documents)
    expect(counted.counts).toMatchObject({ snow: 2, and: 2, cafe: 2, "don't": 1, '3.5': 1, 冰雪: 2 })
    await first.words.keep()
    // The texts are not read again: there is nothing in them any more, and nobody has touched them since.
    for (const { text } of documents) {
      const { size } = await stat(pathOf(text))
      await writeFile(pathOf(text), ' '.repeat(size))
      await utimes(pathOf(text), 1, 1)
    }
    expect(await fresh().list(documents)).toEqual(counted)
    const same = { ...defaultSettings.same, case: false, accents: false }
    expect((await fresh().list(documents, { same })).counts).toMatchObject({ Snow: 1, snow: 1, CAFÉ: 1 })
  })

  it('are counted anew where the text is another file, or other words are the project’s own, and only there', async () => {
    const english = await text('en', 'One visit.')
    const chinese = await text('zh', '最多跑一次。')
    const first = fresh()
    expect((await first.list([english, chinese])).counts).not.toHaveProperty('最多跑一次')
    await first.words.keep()
    const again = fresh()
    const own = { ownWords: ['最多跑一次'] }
    await rm(pathOf(chinese.text))
    // Its words could be others now, and it cannot be read.
    expect(await again.list([english, chinese], own)).toMatchObject({ tokens: 2, unread: 1 })
    await text('zh', '最多跑一次。')
    expect((await again.list([english, chinese], own)).counts).toEqual({ one: 1, visit: 1, 最多跑一次: 1 })
    expect((await again.list([english, chinese])).counts).not.toHaveProperty('最多跑一次')
    await writeFile(pathOf(english.text), 'damaged')
    expect(await fresh().list([english])).toMatchObject({ tokens: 0, unread: 1 })
  })

  it('are counted without boilerplate, and kept apart from those with it', async () => {
    const document = { ...(await text('en', 'Home page.', 'Snow falls.')), furniture: [0] }
    const first = fresh()
    expect((await first.list([document])).counts).toEqual({ snow: 1, falls: 1 })
    expect((await first.list([document], { furniture: true })).tokens).toBe(4)
    await first.words.keep()
    expect((await readdir(caches)).filter((name) => name.endsWith('.words'))).toHaveLength(2)
    expect((await fresh().list([document])).tokens).toBe(2)
  })

  it('are no longer counted once nobody waits for them', async () => {
    const documents = [await text('en', 'a '.repeat(500_000)), await text('en', 'b '.repeat(500_000))]
    const { words } = fresh()
    const task = { folder, settings: { ...defaultSettings, ownWords: [] }, documents }
    await expect(words.of(task, { isWanted: () => false, howFar() {} })).rejects.toBeInstanceOf(GivenUp)
  })
})

describe('answers of many rows', () => {
  it('are worked out once for all pages, and again where whoever asked first has given up', async () => {
    const ready = new ReadyAnswers()
    let made = 0
    const make = async () => {
      made++
      return { pages: (from: number, count: number) => ({ page: [from, count] }), unread: 0 }
    }
    const pages = [0, 10, 20].map((from) => ready.page('q', { from, count: 10 }, make, always))
    expect(await Promise.all(pages)).toEqual([
      { page: [0, 10], unread: 0 },
      { page: [10, 10], unread: 0 },
      { page: [20, 10], unread: 0 }
    ])
    expect(made).toBe(1)
    const givenUp = ready.page(
      'r',
      { from: 0, count: 1 },
      () => Promise.reject(new GivenUp()),
      () => false
    )
    const other = ready.page('r', { from: 5, count: 1 }, make, always)
    await expect(givenUp).rejects.toBeInstanceOf(GivenUp)
    expect(await other).toMatchObject({ page: [5, 1] })
  })

  it('that miss a text say so, and are not kept', async () => {
    const ready = new ReadyAnswers()
    const ask = async (value: number, unread: number) =>
      ready.page('q', { from: 0, count: 1 }, async () => ({ pages: () => ({ value }), unread }), always)
    expect(await ask(1, 3)).toEqual({ value: 1, unread: 3 })
    expect(await ask(2, 0)).toEqual({ value: 2, unread: 0 })
    expect(await ask(3, 0)).toEqual({ value: 2, unread: 0 })
  })
})
