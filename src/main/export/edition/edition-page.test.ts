import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { workEdition } from '../formats/work/edition'
import {
  attributeOf,
  elementsIn,
  languageOf,
  type Node,
  parsePage,
  textIn,
  withClass
} from '../html/testing/parsed'
import {
  blocksOf,
  sampleRows,
  sampleWork,
  sampleWorkAnnotations,
  sampleWorkModel
} from '../testing/sample-edition'
import { writeToMemory } from '../testing/write-to-memory'
import type { EditionData } from './edition-data'
import { editionWords } from './edition-words'

const work = sampleWork()

async function written(
  options: Parameters<typeof writeToMemory>[2] = {}
): Promise<{ text: string; page: Node }> {
  const { text } = await writeToMemory(
    workEdition,
    sampleWorkModel(work, sampleWorkAnnotations(work)),
    options
  )
  return { text, page: parsePage(text) }
}

function dataIn(page: Node): EditionData {
  const source = elementsIn(page, 'script').find((each) => attributeOf(each, 'id') === 'edition')
  return JSON.parse(source ? textIn(source) : '')
}

describe('a reading edition', () => {
  it('holds every version whole, letter by letter, in its language', async () => {
    const { page } = await written()
    const versions = withClass(page, 'version')
    expect(versions.map((each) => withClass(each, 'block').map(textIn))).toEqual(
      work.versions.map((_, at) => blocksOf(work, at))
    )
    for (const [at, { language }] of work.versions.entries())
      expect(withClass(page, 'version')[at]?.attrs.find(({ name }) => name === 'lang')?.value).toBe(language)
  })

  it('says of each sentence its row and where it begins in its text', async () => {
    const { page } = await written()
    for (const [version, element] of withClass(page, 'version').entries()) {
      const text = blocksOf(work, version).join('\n')
      const sentences = withClass(element, 's')
      const inRows = sampleRows.flatMap((row, at) => (row[version] ?? []).map((said) => [String(at), said]))
      expect(sentences.map((each) => [attributeOf(each, 'data-r'), textIn(each)])).toEqual(inRows)
      for (const each of sentences)
        expect(text.startsWith(textIn(each), Number(attributeOf(each, 'data-s')))).toBe(true)
    }
  })

  it('marks the words of each highlight, over sentences and paragraphs too, with its themes', async () => {
    const { page } = await written()
    const covered = new Map<string, string>()
    for (const mark of elementsIn(page, 'mark')) {
      const id = attributeOf(mark, 'data-a') ?? ''
      covered.set(id, (covered.get(id) ?? '') + textIn(mark))
    }
    const wanted = [...sampleWorkAnnotations(work).values()].flat()
    expect(wanted).toHaveLength(3)
    for (const { id, selector } of wanted) expect(covered.get(id)).toBe(selector.exact)
    const themes = dataIn(page).themes
    expect(themes).toEqual(['Service / windows', 'Service / windows › One visit', '时间'])
    const marks = elementsIn(page, 'mark').filter((each) => attributeOf(each, 'data-a') === 'a2')
    expect(new Set(marks.map((each) => attributeOf(each, 'data-t')))).toEqual(new Set(['1 2']))
  })

  it('has its notes, each with its row, led to and back', async () => {
    const { page } = await written()
    const [list] = withClass(page, 'notes')
    const notes = list ? elementsIn(list, 'li').filter((each) => attributeOf(each, 'id') !== undefined) : []
    expect(notes.map((each) => [attributeOf(each, 'id'), attributeOf(each, 'data-r')])).toEqual([
      ['note-1', '0'],
      ['note-2', '1']
    ])
    expect(notes.map(textIn).join('')).toContain('Who waits?')
    expect(notes.map(textIn).join('')).toContain('calque')
    const ids = elementsIn(page).flatMap((each) => attributeOf(each, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const link of elementsIn(page, 'a'))
      expect(ids).toContain((attributeOf(link, 'href') ?? '').slice(1))
    const without = await written({ memos: 'none' })
    expect(withClass(without.page, 'notes')).toEqual([])
  })

  it('knows how the versions part, in words, figures and names', async () => {
    const { differences } = dataIn((await written()).page)
    const text = (version: number, [, start = 0, end = 0]: readonly number[]) =>
      blocksOf(work, version).join('\n').slice(start, end)
    const first = differences['1-2']?.[0] ?? []
    const stretches = Array.from({ length: first.length / 4 }, (_, at) => first.slice(4 * at, 4 * at + 4))
    const said = stretches.map((each) => text(each[0] === 0 ? 1 : 2, each))
    expect(said).toContain('2')
    for (const [side = 0, start = 0, end = 0] of stretches) {
      expect(end).toBeGreaterThan(start)
      expect(blocksOf(work, side === 0 ? 1 : 2).join('\n').length).toBeGreaterThanOrEqual(end)
    }
  })

  it('runs its own script and nothing else, whatever the texts say', async () => {
    const { text, page } = await written()
    const scripts = elementsIn(page, 'script')
    expect(scripts.map((each) => attributeOf(each, 'type'))).toEqual([undefined, 'application/json'])
    const policy = elementsIn(page, 'meta').find(
      (each) => attributeOf(each, 'http-equiv') === 'Content-Security-Policy'
    )
    const hash = createHash('sha256')
      .update(scripts[0] ? textIn(scripts[0]) : '')
      .digest('base64')
    expect(policy && attributeOf(policy, 'content')).toContain(`script-src 'sha256-${hash}'`)
    expect(policy && attributeOf(policy, 'content')).toContain("default-src 'none'")
    expect(text).not.toMatch(/\b(?:src|href)="(?!#|https:\/\/example)/)
    expect(text.match(/<\/script>/g)).toHaveLength(2)
  })

  it('speaks the language that it is asked to', async () => {
    const model = { ...sampleWorkModel(work), language: 'zh-CN' as const }
    const page = parsePage((await writeToMemory(workEdition, model)).text)
    const [root] = elementsIn(page, 'html')
    expect(root && languageOf(root)).toBe('zh-CN')
    expect(textIn(page)).toContain(editionWords['zh-CN'].differencesFrom)
    expect(dataIn(page).words.leftOut).toBe('略去')
  })
})
