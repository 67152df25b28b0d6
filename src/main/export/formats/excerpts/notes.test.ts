import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { AnnotationId, DocumentId, ThemeId } from '../../../../shared/model/ids'
import { makeTheme } from '../../../../shared/testing/sample-records'
import { NoteNames } from '../../notes/note-names'
import {
  chinese,
  english,
  sampleExcerpt,
  sampleExcerpts,
  sampleReferences
} from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { excerptsAsNotes } from './notes'

async function notes(model = sampleExcerpts()) {
  const { files, leftOut } = await writeToMemory(excerptsAsNotes, model)
  return {
    files: new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])),
    leftOut
  }
}

function frontMatter(note: string): unknown {
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(note)?.[1] ?? '')
}

describe('notes', () => {
  it('are one for each document and each theme, and one for the whole', async () => {
    const { files } = await notes()
    expect([...files.keys()]).toEqual([
      'Harbour study – excerpts.md',
      'documents/The harbour office opens a report on forms & visits.md',
      'documents/港务办公室开门.md',
      'themes/Service windows.md',
      'themes/One visit.md',
      'themes/时间.md'
    ])
  })

  it('say what is known as YAML that reads back as it was', async () => {
    const { files } = await notes()
    expect(
      frontMatter(files.get('documents/The harbour office opens a report on forms & visits.md') ?? '')
    ).toMatchObject({
      title: english.title,
      aliases: [english.title],
      language: 'en',
      author: ['Anna Clerk'],
      published: '2019-05-21',
      attributes: { region: 'north' }
    })
    expect(frontMatter(files.get('themes/One visit.md') ?? '')).toMatchObject({
      path: 'Service \\/ windows/One visit',
      colour: '#a2392b',
      groups: ['Group g1']
    })
  })

  it('lead to each other: no link and no block that is not there', async () => {
    const { files } = await notes()
    const names = new Map([...files].map(([path, text]) => [/([^/]+)\.md$/.exec(path)?.[1] ?? '', text]))
    const links = [...files.values()].flatMap((text) => [
      ...text.matchAll(/\[\[([^\]|#]+)(?:#\^([^\]|]+))?/g)
    ])
    expect(links.length).toBeGreaterThan(10)
    for (const [, note = '', block] of links) {
      expect([...names.keys()]).toContain(note)
      if (block !== undefined) expect(names.get(note)?.split('\n')).toContain(`^${block}`)
    }
    // Both ways: from the document to the theme, and back to the very passage.
    expect(names.get('港务办公室开门')).toContain('[[时间]]')
    expect(names.get('时间')).toMatch(/没有人等一个小时 — \[\[港务办公室开门#\^a-\d+-d2\|港务办公室开门\]\]/)
  })

  it('have the links of memos as links between notes', async () => {
    const memo =
      'See [[theme:t3|time]], [[passage:d1/a9|there]] and [[document:d2|the other]]. [^1] is *mine*.'
    const items = [
      { kind: 'excerpt' as const, excerpt: sampleExcerpt(english, 'handed in once', { memo }) },
      {
        kind: 'excerpt' as const,
        excerpt: sampleExcerpt(english, 'Nobody waits', { id: 'a9' as AnnotationId })
      }
    ]
    const { files } = await notes(sampleExcerpts({}, items))
    const note = files.get('documents/The harbour office opens a report on forms & visits.md')
    expect(note).toContain(
      'See [[时间|time]], [[The harbour office opens a report on forms & visits#^a9|there]] and [[港务办公室开门|the other]]. \\[^1] is *mine*.'
    )
  })

  it('have names that every system takes, each once, shortened ones counted', async () => {
    const [long, twin] = ['d3', 'd4'].map((id) => id as DocumentId)
    if (!long || !twin) throw new Error('two ids')
    const documents = new Map([
      [english.id, { ...english, title: 'CON' }],
      [long, { ...chinese, id: long, title: '长'.repeat(400) }],
      [twin, { ...chinese, id: twin, title: `${'长'.repeat(400)}!` }]
    ])
    const theme = { ...makeTheme('t1'), name: 'con', order: 0 }
    const { files, leftOut } = await notes(
      sampleExcerpts({ documents, themes: { ...sampleReferences.themes, ['t1' as ThemeId]: theme } }, [])
    )
    const names = [...files.keys()].map((path) => path.split('/').at(-1) ?? '')
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names).toContain('CON_.md')
    expect(names).toContain('con_ 2.md')
    expect(leftOut.get('shortenedNames')).toBe(2)
  })
})

describe('the name of a note', () => {
  it.each([
    ['A: b/c\\d? [e] #f ^g |h "i" <j>', 'A b c d e f g h i j'],
    ['  ..dots. ', 'dots'],
    ['***', 'Variorum']
  ])('%j is %j', (title, name) => {
    expect(new NoteNames().take(title)).toBe(name)
  })
})
