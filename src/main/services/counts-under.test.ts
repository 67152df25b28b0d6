import { beforeEach, describe, expect, it } from 'vitest'
import { codingsOf } from '../../shared/model/codings'
import type { ThemeId } from '../../shared/model/ids'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { countsUnder } from './counts-under'

const desk = new EmptyProject()
const blocks = paragraphs('The office opened on Monday.', 'Each form is handed in once.')

beforeEach(async () => {
  const trees = [['roads'], ['salt', 'roads'], ['sand', 'roads'], ['coarse', 'salt'], ['forms']] as const
  for (const [id, parent = null] of trees)
    await desk.session.do({ type: 'theme.add', theme: makeTheme(id, parent), index: 0 }, coder.id)
})

async function highlight(id: string, words: string, ...themes: string[]): Promise<void> {
  const document = await addText(desk.session, id, blocks)
  const made = annotationOf(document, blocks, words)
  const annotation = { ...made, codings: codingsOf(themes as ThemeId[], coder.id, made.created) }
  await desk.session.do({ type: 'annotation.add', annotation }, coder.id)
}

describe('the figures of a folded codebook', () => {
  it('count a passage once for each theme above it, though it carries several below one', async () => {
    await highlight('d1', 'office', 'coarse', 'sand')
    await highlight('d2', 'form', 'salt')
    expect(countsUnder(desk.session.state)).toEqual({ coarse: 1, sand: 1, salt: 2, roads: 2 })
  })

  it('count nothing for what carries no theme', async () => {
    await highlight('d1', 'office')
    expect(countsUnder(desk.session.state)).toEqual({})
  })

  it('follow a theme that is moved under another', async () => {
    await highlight('d1', 'office', 'coarse')
    const [id, parent] = ['salt' as ThemeId, 'forms' as ThemeId]
    await desk.session.do({ type: 'theme.move', id, parent, index: 0 }, coder.id)
    expect(countsUnder(desk.session.state)).toEqual({ coarse: 1, salt: 1, forms: 1 })
  })
})
