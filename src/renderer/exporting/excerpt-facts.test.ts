import { beforeEach, describe, expect, it } from 'vitest'
import { addText, annotationOf, paragraphs } from '../../main/rpc/testing/add-text'
import type { ExportSource } from '../../shared/ipc/export-request'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import { makeDocument, makeTheme } from '../../shared/testing/sample-records'
import { change, currentProject } from '../state/project'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { lacksOf, useExcerptFacts } from './excerpt-facts'
import { sourceName } from './source-name'

const joined = new JoinedWindow()
const page = new HookPage()
const other = 'd2' as DocumentId
const all: ExportSource = { of: 'excerpts', query: {}, chosen: null }
const ofText = (document: DocumentId): ExportSource => ({
  of: 'excerpts',
  query: { documents: [document] },
  chosen: null
})

async function highlighted(id: DocumentId, words: string, doubtful = false): Promise<string> {
  const document = joined.session.state.documents.get(id)
  if (!document) throw new Error('there is no such text')
  const annotation = {
    ...annotationOf(document, shownBlocks, words),
    quality: doubtful ? ['doubtful' as const] : []
  }
  await change({ type: 'annotation.add', annotation })
  return annotation.id
}

beforeEach(async () => {
  await addText(joined.session, other, [...shownBlocks, ...paragraphs('More.')], { title: 'Other' })
  await joined.caughtUp()
  await highlighted(shownText, 'Snow fell', true)
  await highlighted(other, 'The office')
})

describe('what is known of excerpts before they are written', () => {
  it('is of the source that is chosen now, never of the one before', async () => {
    const hook = await page.render(useExcerptFacts, all as ExportSource)
    expect(hook.now()).toBeNull()
    await expect.poll(hook.now).toEqual({ documents: [shownText, other], doubtful: 1 })
    hook.draw(ofText(other))
    expect(hook.now()).toBeNull()
    await expect.poll(hook.now).toEqual({ documents: [other], doubtful: 0 })
    hook.draw({ of: 'codebook' })
    expect(hook.now()).toBeNull()
  })

  it('follows highlights that another window makes, and counts those alone that are ticked', async () => {
    const id = await highlighted(shownText, 'the night', true)
    const hook = await page.render(useExcerptFacts, {
      of: 'excerpts',
      query: {},
      chosen: [id]
    } as ExportSource)
    await expect.poll(hook.now).toEqual({ documents: [shownText], doubtful: 1 })
    await joined.other('project.edit', {
      type: 'annotation.quality',
      document: shownText,
      id,
      add: [],
      remove: ['doubtful']
    })
    await expect.poll(hook.now).toEqual({ documents: [shownText], doubtful: 0 })
  })
})

describe('a text that is to be cited', () => {
  const known = {
    ...makeDocument('d9'),
    published: { date: '2019', precision: 'year' as const },
    csl: { author: [{ literal: 'Office' }] }
  }

  it('lacks what nobody has confirmed, as if it were not known', () => {
    expect(lacksOf(known)).toBeNull()
    expect(lacksOf({ ...known, proposed: ['published'] })).toEqual({ date: true, author: false })
    expect(lacksOf({ ...known, proposed: ['author'] })).toEqual({ date: false, author: true })
    expect(lacksOf({ ...known, csl: {}, publisher: 'Press' })).toBeNull()
    expect(lacksOf({ ...known, csl: {}, publisher: 'Press', proposed: ['publisher'] })).toMatchObject({
      author: true
    })
  })
})

it('what is exported is called by what it is of', async () => {
  const theme = { ...makeTheme('t1'), name: 'Weather' }
  await change({ type: 'theme.add', theme, index: 0 })
  await change({ type: 'theme.add', theme: { ...makeTheme('t2', 't1'), name: 'Snow' }, index: 0 })
  const named = (source: ExportSource) => sourceName(source, currentProject().state)
  expect(named(ofText(other))).toContain('Other')
  expect(named({ of: 'document', document: other })).toContain('Other')
  expect(named({ of: 'excerpts', query: { themes: ['t2' as ThemeId] }, chosen: null })).toContain(
    'Weather › Snow'
  )
  expect(named({ of: 'excerpts', query: {}, chosen: ['a', 'b', 'c'] as never })).toContain('3')
  const names = [
    named(all),
    named(ofText(other)),
    named({ of: 'excerpts', query: { text: 'snow' }, chosen: null }),
    named({ of: 'codebook' }),
    named({ of: 'project' })
  ]
  expect(new Set(names).size).toBe(names.length)
  expect(names.every((name) => name.trim() !== '')).toBe(true)
})
