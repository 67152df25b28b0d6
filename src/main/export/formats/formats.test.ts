import { fromMarkdown } from 'mdast-util-from-markdown'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { AnnotationId, ThemeId } from '../../../shared/model/ids'
import { makeTheme } from '../../../shared/testing/sample-records'
import type { CodebookModel, ExcerptItem } from '../format'
import { exportFormats } from '../registry'
import { oddTexts } from '../testing/odd-texts'
import {
  english,
  sampleExcerpt,
  sampleExcerpts,
  samplePage,
  sampleReferences
} from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import { exportWords } from '../words'

/** The formats whose tests lie here; others have their own. */
const own = ['csv', 'xlsx', 'json', 'data-package', 'iramuteq', 'md', 'notes', 'txt']
const formats = exportFormats.excerpts.filter(({ id }) => own.includes(id))

function codebook(facts: Partial<CodebookModel> = {}): CodebookModel {
  return {
    ...sampleReferences,
    page: samplePage,
    words: exportWords('en'),
    language: 'en',
    contents: { text: () => Promise.reject(new Error('no text')), original: async () => null },
    memos: [],
    counts: new Map([['t2' as ThemeId, { own: 2, below: 2 }]]),
    ...facts
  }
}

describe.each(formats)('excerpts as $id', (format) => {
  it('are written whatever their texts hold', async () => {
    const items: ExcerptItem[] = oddTexts.flatMap((odd, at): ExcerptItem[] => [
      { kind: 'heading', level: 1, text: odd, theme: null, document: null },
      {
        kind: 'excerpt',
        excerpt: sampleExcerpt(english, 'handed', {
          id: `a${at}` as AnnotationId,
          quote: odd,
          before: odd,
          memo: odd,
          plainMemo: odd,
          cited: { note: [{ text: odd, italic: true }], inText: [{ text: odd }] }
        })
      }
    ])
    const odd = oddTexts.join(' ').slice(0, 1500)
    const documents = new Map([
      [english.id, { ...english, title: odd, publisher: odd, attributes: { [odd.slice(0, 90)]: odd } }]
    ])
    const made = await writeToMemory(format, sampleExcerpts({ documents }, items))
    expect(made.bytes.length + made.files.size).toBeGreaterThan(0)
  })

  it('are written when there are none', async () => {
    const { bytes, files } = await writeToMemory(format, sampleExcerpts({ bibliography: () => [] }, []))
    if (format.id !== 'iramuteq') expect(bytes.length + files.size).toBeGreaterThan(0)
  })

  it('say nothing else when they are written again', async () => {
    if (format.id === 'xlsx') return
    const [once, again] = [
      await writeToMemory(format, sampleExcerpts()),
      await writeToMemory(format, sampleExcerpts())
    ]
    expect(Buffer.compare(again.bytes, once.bytes)).toBe(0)
    expect([...again.files]).toEqual([...once.files])
  })

  it('count 5,000 in one go', async () => {
    const base = sampleExcerpt(english, 'handed in once', { memo: 'A *memo*.', plainMemo: 'A memo.' })
    const items = Array.from(
      { length: 5000 },
      (_, at): ExcerptItem => ({
        kind: 'excerpt',
        excerpt: { ...base, id: `a${at}` as AnnotationId, start: at, end: at + base.quote.length }
      })
    )
    const started = process.cpuUsage()
    const { bytes, files } = await writeToMemory(format, sampleExcerpts({}, items))
    const used = (process.cpuUsage(started).user + process.cpuUsage(started).system) / 1000
    process.stdout.write(`5,000 excerpts as ${format.id}: ${Math.round(used)} ms of processor time\n`)
    expect(bytes.length + files.size).toBeGreaterThan(0)
  })
})

describe('a codebook', () => {
  const evil = '<img src=x onerror=alert(1)>\n# heading\n\n    <script>x</script>\n- [x](javascript:x)'
  const theme = {
    ...makeTheme('t1'),
    order: 0,
    name: '<b>bold</b> #',
    description: evil,
    inclusion: evil,
    exclusion: evil,
    example: evil
  }
  const written = async (id: string, model = codebook()) => {
    const format = exportFormats.codebook.find((each) => each.id === id)
    if (!format) throw new Error(`no format ${id}`)
    return await writeToMemory(format, model)
  }

  it('is a table with the columns that it always had first, and its levels', async () => {
    const { data } = Papa.parse<Record<string, string>>((await written('csv')).text.slice(1), {
      header: true,
      skipEmptyLines: true
    })
    expect(Object.keys(data[0] ?? {}).slice(0, 9)).toEqual([
      'path',
      'colour',
      'definition',
      'inclusion',
      'exclusion',
      'example',
      'groups',
      'highlights',
      'with_below'
    ])
    expect(data[1]).toMatchObject({
      path: 'Service \\/ windows/One visit',
      colour: '#a2392b',
      groups: 'Group g1',
      highlights: '2',
      id: 't2',
      parent_id: 't1',
      name: 'One visit',
      theme_1: 'Service / windows',
      theme_2: 'One visit'
    })
  })

  it('is what Taguette reads: tags by their paths, each once, with their parents', async () => {
    const twin = { ...makeTheme('t4'), name: 'Service / windows', order: 2 }
    const long = { ...makeTheme('t5', 't1'), name: '长'.repeat(300), order: 1 }
    const themes = { ...sampleReferences.themes, [twin.id]: twin, [long.id]: long }
    const { text, leftOut } = await written('taguette-csv', codebook({ themes }))
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
    expect(data.map((row) => [row.tag?.slice(0, 40), row.parent, row['number of highlights']])).toEqual([
      ['Service / windows', '', '0'],
      ['Service / windows.One visit', 'Service / windows', '2'],
      [`Service / windows.${'长'.repeat(22)}`, 'Service / windows', '0'],
      ['时间', '', '0'],
      ['Service / windows 2', '', '0']
    ])
    expect(data[2]?.tag).toHaveLength(200)
    expect(Object.fromEntries(leftOut)).toEqual({ themeRules: 0, groups: 1, shortenedNames: 1, renamed: 1 })
  })

  it('has no markup of its themes in Markdown, in whatever field it stands', async () => {
    const { text } = await written('md', codebook({ themes: { [theme.id]: theme } }))
    const kinds = new Set(JSON.stringify(fromMarkdown(text)).match(/"type":"\w+"/g))
    for (const kind of ['html', 'code', 'link', 'image']) expect(kinds).not.toContain(`"type":"${kind}"`)
    expect(fromMarkdown(text).children.filter(({ type }) => type === 'heading')).toHaveLength(2)
  })

  it('is a page in which every text is escaped', async () => {
    const { text } = await written('html', codebook({ themes: { [theme.id]: theme } }))
    expect(text).toContain('&lt;b&gt;bold&lt;/b&gt; #')
    expect(text).not.toMatch(/<img|<script/)
  })
})
