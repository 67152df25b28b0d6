import { describe, expect, it } from 'vitest'
import { workHtml } from '../formats/work/html'
import { sampleRows, sampleWork, sampleWorkModel } from '../testing/sample-edition'
import { writeToMemory } from '../testing/write-to-memory'
import { attributeOf, elementsIn, parsePage, textIn, withClass } from './testing/parsed'

describe('versions side by side as a page', () => {
  it('have each row letter by letter, each text in its language', async () => {
    const work = sampleWork()
    const page = parsePage((await writeToMemory(workHtml, sampleWorkModel(work))).text)
    const [body] = elementsIn(page, 'tbody')
    const rows = body ? elementsIn(body, 'tr').map((row) => elementsIn(row, 'td')) : []
    expect(rows.map((cells) => cells.map(textIn))).toEqual(
      work.rows.map(({ texts }) => texts.map((text) => (text === '' ? 'left out' : text)))
    )
    expect(rows[0]?.map((cell) => attributeOf(cell, 'lang'))).toEqual(['zh', 'en', 'en'])
    expect(rows).toHaveLength(sampleRows.length)
    expect(elementsIn(page, 'script')).toEqual([])
  })

  it('have doubtful links marked', async () => {
    const page = parsePage((await writeToMemory(workHtml, sampleWorkModel())).text)
    expect(withClass(page, 'doubtful').map(textIn)).toEqual(['Nobody asks. Nobody waits.'])
  })
})
