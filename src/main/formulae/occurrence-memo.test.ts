import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FormulaMatcher, type FormulaPattern } from '../../shared/formulae/matcher'
import type { ContentHash, FormulaId, RenderingId } from '../../shared/model/ids'
import { DiskCache } from '../concordance/disk-cache'
import { TextShelf } from '../concordance/text-shelf'
import { textFile } from '../store/content-store'
import type { TextMatches } from './formula-questions'
import { OccurrenceMemo } from './occurrence-memo'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-occurrences-'))
  folder = join(home, 'project')
  await mkdir(join(folder, 'texts'), { recursive: true })
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** Counts the texts that are read. */
class CountedShelf extends TextShelf {
  reads = 0
  override text(of: string, hash: ContentHash): ReturnType<TextShelf['text']> {
    this.reads++
    return super.text(of, hash)
  }
}

function memo() {
  const shelf = new CountedShelf()
  return { shelf, memo: new OccurrenceMemo(shelf, new DiskCache(join(home, 'cache'))) }
}

async function addText(text: string): Promise<ContentHash> {
  const { hash, body } = textFile({ format: 1, blocks: [{ kind: 'paragraph', number: 1, text }] })
  await writeFile(join(folder, 'texts', `${hash}.json`), body)
  return hash
}

const task = (texts: readonly ContentHash[], patterns: readonly FormulaPattern[]) => ({
  folder,
  texts: texts.map((text) => ({ text, language: 'en', furniture: [] })),
  patterns
})
const pattern = (formula: string, words: string): FormulaPattern => ({
  formula: formula as FormulaId,
  rendering: words as RenderingId,
  words
})
/** What stands where, whatever the order. */
const said = (all: readonly TextMatches[], patterns: readonly FormulaPattern[]) =>
  all.map(({ patterns: own, starts, ends }) =>
    Array.from(
      own,
      (index, at) => `${patterns[index]?.formula} ${patterns[index]?.words} ${starts[at]} ${ends[at]}`
    ).sort()
  )

it('knows on another day where the formulae stand, and reads no text for it', async () => {
  const texts = [await addText('Running only once is a reform.'), await addText('One visit at most.')]
  const patterns = [pattern('visits', 'running only once'), pattern('visits', 'one visit at most')]
  const first = memo()
  const found = await first.memo.occurrences(task(texts, patterns))
  await first.memo.keep()
  const later = memo()
  expect(await later.memo.occurrences(task(texts, patterns))).toEqual(found)
  expect(later.shelf.reads).toBe(0)
  expect(said(found, patterns)).toEqual([
    ['visits running only once 0 17'],
    ['visits one visit at most 0 17']
  ])
})

it('reads only the text that has come since', async () => {
  const patterns = [pattern('visits', 'running only once')]
  const old = await addText('Running only once is a reform.')
  const first = memo()
  await first.memo.occurrences(task([old], patterns))
  await first.memo.keep()
  const later = memo()
  const found = await later.memo.occurrences(
    task([old, await addText('The reform of running only once.')], patterns)
  )
  expect(later.shelf.reads).toBe(1)
  expect(said(found, patterns).map((each) => each.length)).toEqual([1, 1])
})

it('reads nothing where a rendering is rejected again, or a formula renamed', async () => {
  const texts = [await addText('Running only once, that is one visit at most.')]
  const { memo: own, shelf } = memo()
  const both = [pattern('visits', 'running only once'), pattern('other', 'one visit at most')]
  await own.occurrences(task(texts, both))
  const reads = shelf.reads
  const [one = both[0]] = both.slice(1)
  const left = one ? [one] : []
  expect(said(await own.occurrences(task(texts, left)), left)).toEqual([['other one visit at most 27 44']])
  expect(shelf.reads).toBe(reads)
})

it('looks again where the file of a text is another than it was', async () => {
  const patterns = [pattern('visits', 'running only once')]
  const text = await addText('Running only once.')
  const first = memo()
  await first.memo.occurrences(task([text], patterns))
  await first.memo.keep()
  const tomorrow = new Date(Date.now() + 24 * 3600_000)
  await utimes(join(folder, 'texts', `${text}.json`), tomorrow, tomorrow)
  const later = memo()
  await later.memo.occurrences(task([text], patterns))
  expect(later.shelf.reads).toBe(1)
})

it('does not take a text that cannot be read for one without formulae', async () => {
  const patterns = [pattern('visits', 'running only once')]
  const text = await addText('Running only once.')
  const path = join(folder, 'texts', `${text}.json`)
  await writeFile(path, 'damaged')
  const { memo: own } = memo()
  expect(said(await own.occurrences(task([text], patterns)), patterns)).toEqual([[]])
  await addText('Running only once.')
  expect(said(await own.occurrences(task([text], patterns)), patterns)[0]).toHaveLength(1)
})

const words = ['one visit at most', 'running only once', 'one visit', 'at most once', 'visit']
const register = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...words)), { maxLength: 8 })
  .map((all) =>
    ['a', 'b', 'c'].flatMap((formula) =>
      [...new Set(all.filter(([own]) => own === formula).map(([, own]) => own))].map((own) =>
        pattern(formula, own)
      )
    )
  )

it('finds after any changes of the register what looking through all texts anew finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(register, { minLength: 1, maxLength: 4 }),
      fc.array(fc.array(fc.constantFrom(...words, 'and', '.', 'goes on'), { maxLength: 12 }), {
        minLength: 1,
        maxLength: 3
      }),
      async (registers, given) => {
        const texts = await Promise.all(given.map((parts) => addText(`x ${parts.join(' ')}`)))
        const { memo: own } = memo()
        for (const patterns of registers) {
          const found = await own.occurrences(task(texts, patterns))
          const anew = new FormulaMatcher(patterns)
          expect(said(found, patterns)).toEqual(
            given.map((parts) =>
              anew
                .find(`x ${parts.join(' ')}`)
                .map(
                  (each) =>
                    `${patterns[each.pattern]?.formula} ${patterns[each.pattern]?.words} ${each.start} ${each.end}`
                )
                .sort()
            )
          )
        }
      }
    ),
    { numRuns: 60 }
  )
})
