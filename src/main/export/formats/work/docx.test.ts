import { describe, expect, it } from 'vitest'
import { parseDocx } from '../../../import/formats/docx'
import { asSource, elementsOf, partsOf, treeOf } from '../../testing/office-files'
import { english } from '../../testing/sample-models'
import { sampleRow, sampleWork } from '../../testing/sample-work'
import { writeToMemory } from '../../testing/write-to-memory'
import { workAsDocx } from './docx'

describe('versions side by side as a Word document', () => {
  const rows = [
    sampleRow('Forms are handed in once.', '表格只交一次。'),
    sampleRow('Nobody waits <an hour> & nobody asks.', '')
  ]

  it('is one table whose head says what each version is, and what says nothing is said to', async () => {
    const { bytes } = await writeToMemory(workAsDocx, sampleWork(rows))
    const [read] = await parseDocx(asSource(bytes, 'work.docx'))
    const cells = read?.blocks.filter(({ kind }) => kind === 'cell').map(({ text }) => text)
    expect(cells).toEqual([
      '№',
      'Official translation, English, Harbour Gazette',
      'Source, Chinese',
      '1',
      'Forms are handed in once.',
      '表格只交一次。',
      '2',
      'Nobody waits <an hour> & nobody asks.',
      'left out'
    ])
  })

  it('lies across, repeats its head, and names the languages of its words', async () => {
    const { bytes } = await writeToMemory(workAsDocx, sampleWork(rows))
    const tree = treeOf(partsOf(bytes), 'word/document.xml')
    expect(elementsOf(tree, 'w:pgSz')[0]?.getAttribute('w:orient')).toBe('landscape')
    expect(elementsOf(tree, 'w:tblHeader')).toHaveLength(1)
    const spoken = elementsOf(tree, 'w:r').find((run) => run.textContent === '表格只交一次。')
    expect(spoken && elementsOf(spoken, 'w:lang')[0]?.getAttribute('w:eastAsia')).toBe('zh-CN')
  })

  it('marks words that differ from the first version of the same language on wish', async () => {
    const model = sampleWork(
      [sampleRow('The forms are handed in once.', 'The papers are handed in once.')],
      [english, { ...english, rendering: 'machine' }]
    )
    const marked = async (differences: boolean) => {
      const { bytes } = await writeToMemory(workAsDocx, model, { differences })
      return elementsOf(treeOf(partsOf(bytes), 'word/document.xml'), 'w:r')
        .filter((run) => elementsOf(run, 'w:rStyle')[0]?.getAttribute('w:val') === 'DifferingWords')
        .map((run) => run.textContent)
    }
    expect(await marked(true)).toEqual(['papers'])
    expect(await marked(false)).toEqual([])
  })
})
