import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../../../shared/text/canonical'
import { parseDocx } from '../../../import/formats/docx'
import { asSource } from '../../testing/office-files'
import { sampleCodebook } from '../../testing/sample-codebook'
import { writeToMemory } from '../../testing/write-to-memory'
import { exportWords } from '../../words'
import { codebookAsDocx } from './docx'

async function written(
  options: Parameters<typeof writeToMemory>[2] = {},
  facts: Parameters<typeof sampleCodebook>[0] = {}
) {
  const { bytes } = await writeToMemory(codebookAsDocx, sampleCodebook(facts), options)
  const [read] = await parseDocx(asSource(bytes, 'codebook.docx'))
  if (!read) throw new Error('nothing was read')
  return { read, words: canonicalText(read.blocks) }
}

describe('the codebook as a Word document', () => {
  it('has a heading a theme, in the order of the tree and at its depth', async () => {
    const { read } = await written()
    const headings = read.blocks.filter(({ kind }) => kind === 'heading')
    expect(headings.map(({ level, text }) => [level, text])).toEqual([
      [1, 'Codebook'],
      [1, 'Service / windows'],
      [2, 'One visit'],
      [1, '时间']
    ])
  })

  it('says rules, groups, counts and memos', async () => {
    const { words } = await written()
    expect(words).toContain('Definition: What the office promises.')
    expect(words).toContain('Groups: Group g1')
    expect(words).toContain('Highlights: 1 (With those below: 5)')
    expect(words).toContain('On visits See windows.')
    expect((await written({ memos: 'none' })).words).not.toContain('On visits')
  })

  it('speaks Chinese', async () => {
    const { words } = await written({}, { language: 'zh-CN', words: exportWords('zh-CN') })
    expect(words).toContain('标注：1')
  })

  it('is written without a theme in it', async () => {
    expect((await written({ contents: true }, { themes: {} })).words).toContain('Codebook')
  })
})
