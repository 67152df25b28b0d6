import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ExcerptRecord } from '../../../shared/export/excerpt-record'
import type { ContentHash, DocumentId } from '../../../shared/model/ids'
import type { Block, TextContent } from '../../../shared/model/text-content'
import { textFile } from '../../store/content-store'
import { sha256 } from '../../store/hash'
import type { ExcerptsModel } from '../format'
import { excerptsEvidence } from '../formats/excerpts/evidence'
import {
  chinese,
  chineseBlocks,
  english,
  englishBlocks,
  sampleExcerpt,
  sampleExcerpts
} from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import { checkEvidence, isAllWell } from './page/check-evidence'

const odd: Block[] = [
  ...englishBlocks,
  { kind: 'paragraph', number: 3, text: '</script><!-- ]]> \u202e𠮷\u2028&amp; "quoted" \u0001' }
]
const contents: TextContent[] = [odd, [...chineseBlocks]].map((blocks) => ({ format: 1, blocks }))
const texts = new Map(contents.map((content) => [textFile(content).hash, content]))
const [englishHash, chineseHash] = [...texts.keys()] as [ContentHash, ContentHash]
const original = Buffer.from('the file as it came in')
const documents = [english, chinese].map((document) => ({
  ...document,
  original: { ...document.original, sha256: sha256(original) }
}))

const excerpts: ExcerptRecord[] = [
  sampleExcerpt(english, 'handed in once', { revision: englishHash, plainMemo: '<b>bold</b>' }),
  sampleExcerpt(english, 'was the first line', { revision: englishHash }),
  sampleExcerpt(chinese, '没有人等一个小时', { revision: chineseHash })
]

function model(own: readonly ExcerptRecord[] = excerpts): ExcerptsModel {
  const items = own.flatMap((excerpt) => [
    { kind: 'heading' as const, level: 1, text: 'A heading', theme: null, document: null },
    { kind: 'excerpt' as const, excerpt },
    { kind: 'excerpt' as const, excerpt }
  ])
  return sampleExcerpts(
    {
      documents: new Map(documents.map((each) => [each.id as DocumentId, each])),
      contents: {
        text: async (hash) => texts.get(hash) ?? Promise.reject(new Error('no such text')),
        original: async () => original
      }
    },
    items
  )
}

async function filesOf(own?: readonly ExcerptRecord[]): Promise<Map<string, Uint8Array>> {
  const { bytes } = await writeToMemory(excerptsEvidence, model(own))
  return new Map(Object.entries(unzipSync(new Uint8Array(bytes))))
}

function take(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = files.get(path)
  if (!bytes) throw new Error(`no ${path}`)
  return bytes
}

/** Runs the page as a browser does, and answers its parts by their ids. */
function openPage(page: string) {
  const { document } = parseHTML(page)
  const script = [...document.querySelectorAll('script')].at(-1)?.textContent ?? ''
  new Script(script).runInContext(createContext({ document, TextEncoder, TextDecoder, Uint8Array, console }))
  const at = (id: string) => {
    const found = document.getElementById(id)
    if (!found) throw new Error(id)
    return found
  }
  return {
    said: (id: string) => at(id).textContent,
    /** Chooses a file in one of the two fields, and waits for what is said of it. */
    async choose(id: string, chosen: readonly unknown[]) {
      const input = at(id)
      Object.defineProperty(input, 'files', { value: chosen, configurable: true })
      input.dispatchEvent(new (document.defaultView?.Event ?? Event)('change'))
      await expect.poll(() => at('dropped').textContent).not.toBe('')
      return at('dropped').textContent
    }
  }
}

describe('an evidence bundle', () => {
  it('holds excerpts, texts, originals, codebook, and a manifest with the sum of each', async () => {
    const files = await filesOf()
    const manifest = JSON.parse(Buffer.from(take(files, 'manifest.json')).toString('utf8'))
    expect(Object.keys(manifest.files).sort()).toEqual(
      [
        'codebook.json',
        'excerpts.html',
        'excerpts.json',
        `originals/${sha256(original)}.txt`,
        `texts/${chineseHash}.json`,
        `texts/${englishHash}.json`
      ].sort()
    )
    for (const [path, { sha256: sum }] of Object.entries<{ sha256: string }>(manifest.files))
      expect(sha256(take(files, path))).toBe(sum)
    expect(manifest).toMatchObject({ chosenBy: 'All passages', change: 42, project: 'Harbour study' })
    const list = JSON.parse(Buffer.from(take(files, 'excerpts.json')).toString('utf8'))
    expect(list.excerpts).toHaveLength(3)
    expect(list.excerpts[0].codings).toEqual([
      { theme: expect.stringContaining('One visit'), coder: 'Coder', created: '2026-01-02T03:04:05.000Z' }
    ])
    const page = Buffer.from(take(files, 'excerpts.html')).toString('utf8')
    expect(page).toContain('<mark>handed in once</mark>')
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;')
  })

  it('checks itself when its page is opened, and the archive when it is chosen', async () => {
    const files = await filesOf()
    const page = openPage(Buffer.from(take(files, 'index.html')).toString('utf8'))
    expect(page.said('embedded')).toContain('All is as it was')
    expect(page.said('embedded')).toContain('3 of 3 quotations')
    const { bytes } = await writeToMemory(excerptsEvidence, model())
    const said = await page.choose('zip', [new File([new Uint8Array(bytes)], 'evidence.zip')])
    expect(said).toContain('All is as it was')
    expect(said).toContain('6 of 6 files')
    expect(said).toContain(sha256(take(files, 'manifest.json')))
  })

  it('shows one byte of a file, and one of a quotation, that is another', async () => {
    const files = await filesOf()
    const manifest = take(files, 'manifest.json')
    const inside = [...files].filter(([path]) => path !== 'manifest.json' && path !== 'index.html')
    expect(isAllWell(checkEvidence(manifest, new Map(inside), { isWhole: true }))).toBe(true)
    fc.assert(
      fc.property(fc.nat(inside.length - 1), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, at, by) => {
        const changed = inside.map(([path, bytes], index): [string, Uint8Array] => {
          if (index !== which) return [path, bytes]
          const other = Uint8Array.from(bytes)
          const place = at % other.length
          other[place] = (other[place] ?? 0) ^ by
          return [path, other]
        })
        const checked = checkEvidence(manifest, new Map(changed), { isWhole: true })
        expect(checked.files.filter(({ state }) => state === 'altered')).toHaveLength(1)
      })
    )
    const page = Buffer.from(take(files, 'index.html')).toString('utf8')
    // In the page itself: a word of the text, and the same word of the quotation.
    const text = openPage(page.replace('handed in once. Nobody', 'handed in twice. Nobody'))
    expect(text.said('embedded')).toContain(`texts/${englishHash}.json: altered`)
    expect(text.said('embedded')).toContain('its text is missing or altered')
    const quote = openPage(page.replaceAll('handed in once\\",', 'handed in twice\\",'))
    expect(quote.said('embedded')).toContain('Something is not as it was')
    expect(quote.said('embedded')).toContain('“handed in twice”: altered')
  })

  it('shows what is missing, what does not belong, and another manifest', async () => {
    const files = await filesOf()
    const page = Buffer.from(take(files, 'index.html')).toString('utf8')
    const others = Object.fromEntries(files)
    const { 'codebook.json': _, ...lacking } = others
    const other = zipSync({
      ...lacking,
      'texts/more.json': new Uint8Array([1]),
      'manifest.json': new TextEncoder().encode('{"files":{}}')
    })
    const said = await openPage(page).choose('zip', [new File([new Uint8Array(other)], 'evidence.zip')])
    expect(said).toContain('codebook.json: missing')
    expect(said).toContain('texts/more.json: not in the manifest')
    expect(said).toContain('manifest.json: altered')
    expect(await openPage(page).choose('zip', [new File(['no zip'], 'evidence.zip')])).toContain(
      'cannot be read'
    )
    const folder = [...files].map(([path, bytes]) =>
      Object.assign(new File([new Uint8Array(bytes)], path), { webkitRelativePath: `evidence/${path}` })
    )
    expect(await openPage(page).choose('folder', folder)).toContain('All is as it was')
  })

  it('says what of it could not be brought along', async () => {
    const own = sampleExcerpt(english, 'handed in once', { revision: 'f'.repeat(64) as ContentHash })
    const { leftOut, bytes } = await writeToMemory(excerptsEvidence, {
      ...model([own]),
      contents: { text: () => Promise.reject(new Error('damaged')), original: async () => null }
    })
    expect(Object.fromEntries(leftOut)).toEqual({ textsDamaged: 1, originalsDamaged: 1 })
    const page = openPage(Buffer.from(unzipSync(new Uint8Array(bytes))['index.html'] ?? []).toString('utf8'))
    expect(page.said('embedded')).toContain('its text is missing or altered')
  })
})
