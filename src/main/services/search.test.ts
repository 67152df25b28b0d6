import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { p, tag } from '../../shared/testing/tagged-text'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { SearchIndex } from './search'

const desk = new EmptyProject()
const d1 = 'd1' as DocumentId

describe('searching all texts', () => {
  it('tells where the words stand, with what is left and right of them', async () => {
    const tagged = p('The clerk stamps each <a>FORM<b>.\nA <c>form<d> is kept.')
    await addText(desk.session, d1, paragraphs(...tagged.text.split('\n')))
    const { documents, total, unread } = await new SearchIndex().search(desk.session, 'form')
    expect([total, unread]).toEqual([2, []])
    expect(documents[0]?.hits).toMatchObject([
      {
        start: tag(tagged, 'a'),
        end: tag(tagged, 'b'),
        left: 'The clerk stamps each ',
        hit: 'FORM',
        right: '.'
      },
      { start: tag(tagged, 'c'), end: tag(tagged, 'd'), left: 'A ', hit: 'form', right: ' is kept.' }
    ])
  })

  it('lists the texts by title, and leaves out those that do not say it', async () => {
    for (const [id, title, text] of [
      ['d1', 'Notice', 'A form.'],
      ['d2', 'Bulletin', 'A form.'],
      ['d3', 'Letter', 'A stamp.']
    ] as const)
      await addText(desk.session, id, paragraphs(text), { title })
    const { documents } = await new SearchIndex().search(desk.session, 'form')
    expect(documents.map(({ document }) => document)).toEqual(['d2', 'd1'])
  })

  it('passes over furniture, unless it is asked for; marking it takes effect at once', async () => {
    const index = new SearchIndex()
    await addText(desk.session, d1, paragraphs('A form.', 'Print this form.'))
    expect((await index.search(desk.session, 'form')).total).toBe(2)
    await desk.session.do({ type: 'document.furnish', id: d1, furniture: [1] }, coder.id)
    expect((await index.search(desk.session, 'form')).total).toBe(1)
    expect((await index.search(desk.session, 'form', { furniture: true })).total).toBe(2)
  })

  it('counts all hits where it gives only so many', async () => {
    await addText(desk.session, 'd1', paragraphs('form form form'), { title: 'A' })
    await addText(desk.session, 'd2', paragraphs('form form'), { title: 'B' })
    const { documents, total } = await new SearchIndex().search(desk.session, 'form', { most: 4 })
    expect(total).toBe(5)
    expect(documents.map(({ hits }) => hits.length)).toEqual([3, 1])
  })

  it('names a text that cannot be read, and searches the others', async () => {
    await addText(desk.session, 'd1', paragraphs('A form.'), { title: 'A' })
    const lost = await addText(desk.session, 'd2', paragraphs('Another form.'), { title: 'B' })
    await rm(join(desk.folder, 'texts', `${lost.revisions[0]?.text}.json`))
    const { documents, unread } = await new SearchIndex().search(desk.session, 'form')
    expect(documents.map(({ document }) => document)).toEqual(['d1'])
    expect(unread).toEqual(['d2'])
  })

  it('keeps no more folded texts than there is room for, and still finds everything', async () => {
    const index = new SearchIndex(25)
    for (const at of [1, 2, 3, 4])
      await addText(desk.session, `d${at}`, paragraphs(`Form ${at} is kept.`), { title: `${at}` })
    for (let again = 0; again < 2; again++) {
      expect((await index.search(desk.session, 'form')).total).toBe(4)
      expect(index.size).toBeLessThanOrEqual(25)
    }
  })

  it('ends between two texts where it is given up, and lets others have their turn', async () => {
    const giving = new AbortController()
    const long = paragraphs(...Array.from({ length: 3000 }, (_, at) => `Form ${at} is kept by the clerk.`))
    for (const at of [1, 2, 3]) await addText(desk.session, `d${at}`, [...long, ...paragraphs(`${at}`)])
    setImmediate(() => giving.abort(new Error('given up')))
    const searching = new SearchIndex().search(desk.session, 'form', { signal: giving.signal })
    await expect(searching).rejects.toThrow('given up')
  })
})
