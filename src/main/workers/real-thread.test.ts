import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chineseLexicon } from '../../../scripts/lib/chinese-lexicon.mjs'
import { citationStyles } from '../../../scripts/lib/citation-styles.mjs'
import { align } from '../../shared/alignment/align'
import { ChineseLexicon } from '../../shared/alignment/lexicon'
import { counterpart } from '../../shared/alignment/words/counterpart'
import { reanchor } from '../../shared/anchoring/reanchor'
import type { AnchorQuery } from '../../shared/anchoring/types'
import { plainText } from '../../shared/export/rich-text'
import { span } from '../../shared/model/span'
import { plainPattern } from '../../shared/search/find-in-text'
import { news } from '../citation/testing/sample-sources'
import { Aligner } from './aligner'
import { Reanchorer } from './reanchorer'
import { Finder } from './text-finder'
import { WorkPool } from './work-pool'

const chinese = ['昨天晚上下了大雪。', '我们去了医院。', '医生很忙。', '办公室今天开门很晚。']
const english = [
  'It snowed heavily last night.',
  'We went to the hospital, and the doctor was busy.',
  'The office opened late today.'
]

let folder: string
let pool: WorkPool
let lexicon: ChineseLexicon

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-thread-'))
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [chineseLexicon(), citationStyles()],
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'work-thread.ts'),
      outDir: folder,
      emitAssets: true,
      rollupOptions: {
        output: {
          format: 'es',
          entryFileNames: 'work-thread.mjs',
          chunkFileNames: 'chunks/[name]-[hash].mjs'
        }
      }
    }
  })
  pool = new WorkPool(join(folder, 'work-thread.mjs'), 2)
  lexicon = new ChineseLexicon(await readFile(join(folder, 'chinese-lexicon.txt'), 'utf8'))
}, 120_000)

afterAll(async () => {
  await pool.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the thread for long work, as it is shipped', () => {
  it('cites by the styles that lie beside it', async () => {
    const input = { style: 'apa', styleXml: null, language: 'en', metadata: news } as const
    const said = await pool.run('citationPreview', input)
    expect('preview' in said && plainText(said.preview.entry)).toBe(
      'Clerk, A. (2019, May 21). The harbour office opens. Harbour Gazette.'
    )
  })

  it('aligns by the dictionary that lies beside it, as it would be done here', async () => {
    const options = { languageA: 'zh', languageB: 'en' }
    const links = await new Aligner(pool).align(chinese, english, options)
    expect(links).toEqual(align(chinese, english, options, lexicon))
    expect(links.map(({ a, b }) => [a, b])).toContainEqual([[1, 2], [1]])
  })

  it('finds the words of one language that answer those of another', async () => {
    const [, a = ''] = chinese
    const [, b = ''] = english
    const selected = span(a.indexOf('医院'), a.indexOf('医院') + 2)
    const input = { a, languageA: 'zh', selected, b, languageB: 'en' }
    const aligner = new Aligner(pool)
    const [first, second] = await Promise.all([aligner.counterpart(input), aligner.counterpart({ ...input })])
    expect(first).toEqual(counterpart(a, 'zh', selected, b, 'en', lexicon))
    expect(first && b.slice(first.at.start, first.at.end)).toMatch(/hospital/)
    expect(second).toBe(first)
  })

  it('finds highlights again in a corrected text just as it is done here for a few', async () => {
    const words = Array.from({ length: 6000 }, (_, at) => `word${at}`)
    const old = words.join(' ')
    const corrected = words.with(3000, 'corrected').join(' ')
    const sought = Array.from({ length: 12 }, (_, at): AnchorQuery => {
      const exact = words.slice(at * 500, at * 500 + 4).join(' ')
      const start = old.indexOf(exact)
      const end = start + exact.length
      return {
        exact,
        prefix: old.slice(Math.max(0, start - 30), start),
        suffix: old.slice(end, end + 30),
        start,
        end
      }
    })
    const reanchorer = new Reanchorer(pool)
    const found = await reanchorer.find(old, corrected, sought)
    expect(found).toEqual(reanchor(old, corrected, sought))
    expect(found.filter(({ status }) => status !== 'orphan').length).toBeGreaterThan(10)
    const few = await Promise.all(sought.map((each) => reanchorer.find(old, corrected, [each])))
    expect(few.flat().map(({ start }) => start)).toEqual(found.map(({ start }) => start))
  })

  it('finds the quotes of another program, many as well as few', async () => {
    const text = Array.from({ length: 9000 }, (_, at) => `word${at}`).join(' ')
    const quotes = Array.from({ length: 8 }, (_, at) => ({
      exact: `word${at * 1000} word${at * 1000 + 1}`,
      prefix: '',
      suffix: '',
      start: null
    }))
    const reanchorer = new Reanchorer(pool)
    const many = await reanchorer.quotes(text, quotes)
    const few = (await Promise.all(quotes.map((each) => reanchorer.quotes(text, [each])))).flat()
    expect(many).toEqual(few)
    expect(many.map(({ start, end }) => text.slice(start, end))).toEqual(quotes.map(({ exact }) => exact))
  })

  it('says what is wrong with an expression, ends one that needs for ever, and goes on', async () => {
    const finder = new Finder(pool, 300)
    const text = `${'a'.repeat(60)} snow`
    const find = (query: string) =>
      finder.find(text, [span(0, text.length)], { ...plainPattern, query, regex: true }, 'en')
    const [wrong, endless, right] = await Promise.all([find('('), find('(a+)+b'), find('sn.w')])
    expect(wrong).toMatchObject({ ok: false, error: { key: 'patternWrong' } })
    expect(endless).toMatchObject({ ok: false, error: { key: 'patternTooSlow' } })
    expect(right).toMatchObject({ ok: true, value: [{ start: 61 }] })
  })
})

describe('asking for a counterpart', () => {
  it('is asked again where the thread has failed', async () => {
    const failing = new WorkPool(join(folder, 'work-thread.mjs'), 1)
    const aligner = new Aligner(failing)
    const input = {
      a: 'The snow fell',
      languageA: 'en',
      selected: span(4, 8),
      b: 'Snow fell',
      languageB: 'en'
    }
    const lost = aligner.counterpart(input)
    const ended = expect(lost).rejects.toThrow('the work was ended')
    await failing.close()
    await ended
    const found = await aligner.counterpart(input)
    expect(found && input.b.slice(found.at.start, found.at.end)).toBe('Snow')
    await failing.close()
  })
})
