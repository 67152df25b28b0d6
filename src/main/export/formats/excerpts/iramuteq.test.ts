import { describe, expect, it } from 'vitest'
import type { DocumentId, ThemeId } from '../../../../shared/model/ids'
import { chinese, english, sampleExcerpt, sampleExcerpts } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { excerptsForIramuteq } from './iramuteq'

const excerpt = (quote: string, themes: string[]) => ({
  kind: 'excerpt' as const,
  excerpt: sampleExcerpt(english, 'handed', { quote, themes: themes as ThemeId[] })
})

describe('a text with starred variables', () => {
  it('has a line of variables before each quote, in letters and digits alone', async () => {
    const { text } = await writeToMemory(excerptsForIramuteq, sampleExcerpts())
    const lines = text.split('\n').filter((line) => line.startsWith('****'))
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/^\*{4}( \*[a-z\d]+_[a-z\d]+)+$/)
    expect(lines[0]).toBe(
      '**** *document_theharbourofficeopensareportonformsvisit *language_en *rendering_official *year_2019 *coder_coder *theme_servicewindowsonevisit *region_north'
    )
  })

  it('tells apart what has no Latin letters, and counts it', async () => {
    const twin = { ...chinese, id: 'd3' as DocumentId }
    const documents = new Map([english, chinese, twin].map((each) => [each.id, each]))
    const items = [chinese, twin, chinese].map((document) => ({
      kind: 'excerpt' as const,
      excerpt: { ...sampleExcerpt(chinese, '没有人问为什么'), document: document.id }
    }))
    const { text, leftOut } = await writeToMemory(excerptsForIramuteq, sampleExcerpts({ documents }, items))
    expect(text.match(/\*document_\w+/g)).toEqual(['*document_1', '*document_2', '*document_1'])
    expect(leftOut.get('renamed')).toBe(2)
  })

  it('has no sign in a quote that the programs would take for a variable, and counts those taken out', async () => {
    const { text, leftOut } = await writeToMemory(
      excerptsForIramuteq,
      sampleExcerpts({}, [excerpt('one\n**** *a_b $5', ['t2', 't3'])]),
      { rows: 'excerpt' }
    )
    expect(text).toMatch(/ \*theme_servicewindowsonevisit \*theme2_1 [^\n]*\none\na_b 5\n\n$/)
    expect(leftOut.get('reservedSigns')).toBe(6)
  })
})
