import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../shared/model/ids'
import { plainState } from '../../../shared/model/state'
import { coder } from '../../../shared/testing/sample-records'
import { codePointIndex, codePointOffsets } from '../../../shared/text/code-point-index'
import { excerptsToWebAnnotation } from '../formats/excerpts/web-annotation'
import { projectToWebAnnotation } from '../formats/project/web-annotation'
import { projectToMake } from '../testing/exchange-arbitrary'
import { exchangedView } from '../testing/exchanged-view'
import { publishedSchema } from '../testing/other-software'
import { chinese, english, sampleExcerpts, sampleText } from '../testing/sample-models'
import { projectModelOf } from '../testing/session-models'
import { bringIn, fill, withTwoProjects } from '../testing/two-projects'
import { writeToMemory } from '../testing/write-to-memory'

const excerpts = sampleExcerpts({
  contents: { text: async () => sampleText(english.id), original: async () => null }
})

/** The annotations of a collection, as any reader of JSON sees them. */
function itemsOf(text: string) {
  const { type, total, first } = JSON.parse(text)
  expect([type, first.type, total]).toEqual(['AnnotationCollection', 'AnnotationPage', first.items.length])
  return first.items
}

describe('highlights as Web Annotations', () => {
  it('that come in again on the same texts are the same: words, places, themes, memos, people, times, ids', async () => {
    await fc.assert(
      fc.asyncProperty(projectToMake, ({ records, texts }) =>
        withTwoProjects(async (from, into) => {
          await fill(from, records, texts)
          // The same texts in another project, under ids of its own.
          await fill(
            into,
            [],
            texts.map(({ id, lines }, at) => ({ id: `x${id}`, lines, facts: { title: `Copy ${at}` } }))
          )
          const { text } = await writeToMemory(projectToWebAnnotation, projectModelOf(from, coder.id))
          const items = itemsOf(text)
          for (const { id } of texts) {
            const model = projectModelOf(from, coder.id)
            const only = {
              ...model,
              async *annotations() {
                for await (const own of model.annotations()) if (own.document === id) yield own
              }
            }
            const written = await writeToMemory(projectToWebAnnotation, only)
            if (itemsOf(written.text).length > 0)
              await bringIn(into, `${id}.jsonld`, written.text, `x${id}` as DocumentId)
          }
          const passages = async (session: typeof from) =>
            (await exchangedView(session)).documents.flatMap((each) => each.passages)
          const [there, here] = [await passages(from), await passages(into)]
          expect(items).toHaveLength(there.length)
          expect(sortedById(here)).toEqual(sortedById(there))
        })
      ),
      { numRuns: 10, endOnFailure: true }
    )
  }, 120_000)

  it('find their text by its id, and their words in a text that has changed', async () => {
    const lines = [
      'The office opens early. 👩‍👩‍👧 People come 𠮷 only once.',
      'Nobody waits for an hour at the gate.'
    ]
    await withTwoProjects(async (from, into) => {
      const passages = ['People come 𠮷 only once', 'waits for an hour at'].map((quote) => {
        const start = lines.join('\n').indexOf(quote)
        return {
          start,
          end: start + quote.length,
          facts: { memo: `On “${quote}”`, quality: ['calque' as const] }
        }
      })
      await fill(from, [], [{ id: 'd1', lines, facts: { title: 'As it was' }, passages }])
      const { text } = await writeToMemory(projectToWebAnnotation, projectModelOf(from, coder.id))
      const [item] = itemsOf(text)
      const [, guid = ''] = /^urn:uuid:(.+)$/.exec(item.target.source.id) ?? []
      const changed = ['A new first line.', ...lines.map((line) => line.replace('early', 'very early'))]
      const facts = { title: 'As it is', guid: guid as NonNullable<typeof english.guid> }
      await fill(
        into,
        [],
        [
          { id: 'other', lines: ['Something else.'] },
          { id: 'same', lines: changed, facts }
        ]
      )
      const done = await bringIn(into, 'highlights.jsonld', text)
      expect(done.highlights).toMatchObject({ found: 2, orphans: 0, toConfirm: 0 })
      const own = Object.values(plainState(into.state).annotations['same' as DocumentId] ?? {})
      expect(own.map(({ selector, memo, quality }) => [selector.exact, memo, quality]).sort()).toEqual([
        ['People come 𠮷 only once', 'On “People come 𠮷 only once”', ['calque']],
        ['waits for an hour at', 'On “waits for an hour at”', ['calque']]
      ])
      expect((await bringIn(into, 'again.jsonld', text)).highlights).toMatchObject({ found: 0, known: 2 })
    })
  })

  it('of excerpts stand once each, with positions in code points and the words within their paragraph', async () => {
    const { text } = await writeToMemory(excerptsToWebAnnotation, excerpts)
    const items = itemsOf(text)
    expect(items).toHaveLength(3)
    const [first] = items
    expect(first.target.source).toMatchObject({
      type: 'Text',
      'dcterms:title': english.title,
      via: 'https://example.org/harbour'
    })
    const [position, quote, within] = first.target.selector
    expect(position).toEqual({ type: 'TextPositionSelector', start: 31, end: 45 })
    expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: 'handed in once' })
    expect(within).toMatchObject({
      start: 19,
      end: 88,
      refinedBy: { exact: 'handed in once', suffix: expect.stringMatching(/^\. Nobody/) }
    })
    expect(first.body[0]).toMatchObject({
      purpose: 'tagging',
      value: 'One visit',
      'dcterms:subject': { 'skos:broader': { 'skos:prefLabel': 'Service / windows' } }
    })
    expect(first.body[1]).toMatchObject({ purpose: 'commenting', format: 'text/markdown' })
  })

  it('that are not in the text where they should be go by their words', async () => {
    const { text } = await writeToMemory(excerptsToWebAnnotation, excerpts)
    const last = itemsOf(text).at(-1)
    expect(last.target.source['dcterms:title']).toBe(chinese.title)
    expect(last.target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: '没有人等一个小时', prefix: '', suffix: '' }
    ])
  })

  it('are valid by the schemas of the working group and expand with its context', async () => {
    const checker = publishedSchema('check/anno_check.mjs')
    const modules = process.env.ANNO_MODULES ?? ''
    if (!checker || !canResolve('jsonld', modules)) {
      console.warn('skipped: the package jsonld is not on this computer (ANNO_MODULES)')
      return
    }
    const folder = await mkdtemp(join(tmpdir(), 'variorum-anno-'))
    try {
      const { text } = await writeToMemory(excerptsToWebAnnotation, excerpts)
      await writeFile(join(folder, 'a.jsonld'), text)
      const { stdout, stderr, status } = spawnSync('node', [checker, join(folder, 'a.jsonld')], {
        encoding: 'utf8'
      })
      expect(status, stdout + stderr).toBe(0)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('places in code points', () => {
  it('and in UTF-16 are taken to each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.nat(3000), (text, at) => {
        const offset = Math.min(at, text.length)
        const points = codePointIndex(text)(offset)
        expect(points).toBe(Array.from(text.slice(0, offset)).length)
        const back = codePointOffsets(text)(points)
        expect(back === offset || back === offset + 1).toBe(true)
      })
    )
  })
})

function canResolve(name: string, folder: string): boolean {
  try {
    createRequire(join(folder || import.meta.dirname, 'x.js')).resolve(name)
    return true
  } catch {
    return false
  }
}

function sortedById<T extends { readonly guid: string }>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => (a.guid < b.guid ? -1 : 1))
}
