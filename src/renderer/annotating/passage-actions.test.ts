import { beforeEach, describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { qualityMarks } from '../../shared/model/quality-marks'
import { span } from '../../shared/model/span'
import { makeTheme } from '../../shared/testing/sample-records'
import { change, currentProject, showDocument } from '../state/project'
import { showSurface } from '../state/surface'
import { useToasts } from '../state/toasts'
import { undoChange } from '../state/undoing'
import { JoinedWindow, shownText } from '../testing/joined-window'
import { plainSurface, selectWords } from '../testing/plain-surface'
import {
  annotatePlainly,
  applyTheme,
  createAndApply,
  highlight,
  removeActive,
  removeAnnotation,
  toggleQuality,
  toggleQualityOf
} from './passage-actions'

const joined = new JoinedWindow()
const themes = ['t1', 't2', 't3'] as ThemeId[]

beforeEach(async () => {
  await showDocument(shownText)
  showSurface(plainSurface)
  for (const id of themes) await change({ type: 'theme.add', theme: makeTheme(id), index: 0 })
})

/** What is saved; and this window shows the same. */
async function saved() {
  await joined.caughtUp()
  const all = [...(joined.session.state.annotations.get(shownText)?.values() ?? [])]
  const shown = [...(currentProject().tables.annotations.get(shownText)?.values() ?? [])]
  expect(shown).toEqual(all)
  return all
}

const uses = () => themes.map((id) => joined.session.counts.themes.get(id) ?? 0)

describe('keys that come faster than changes are known', () => {
  it('make one highlight with all its themes and marks', async () => {
    selectWords('Snow fell')
    await Promise.all([
      highlight(),
      ...themes.map((id) => applyTheme(id)),
      ...qualityMarks.map((mark) => toggleQuality(mark))
    ])
    const [only, ...others] = await saved()
    expect(others).toEqual([])
    expect(only?.selector.exact).toBe('Snow fell')
    expect([...(only?.quality ?? [])].sort()).toEqual([...qualityMarks].sort())
    expect(uses()).toEqual([1, 1, 1])
  })

  it('put a theme on and take it away in turn', async () => {
    selectWords('Snow fell')
    await Promise.all([annotatePlainly(), applyTheme('t1' as ThemeId), applyTheme('t1' as ThemeId)])
    expect(await saved()).toHaveLength(1)
    expect(uses()).toEqual([0, 0, 0])
  })

  it('delete one highlight however often Delete is pressed, and none elsewhere', async () => {
    selectWords('The office')
    await annotatePlainly()
    selectWords('Snow fell')
    await annotatePlainly()
    await Promise.all([removeActive(), removeActive(), removeActive()])
    expect((await saved()).map(({ selector }) => selector.exact)).toEqual(['The office'])
    await undoChange()
    expect(await saved()).toHaveLength(2)
  })

  it('make a theme by its name with the highlight it is for, as one step', async () => {
    selectWords('Snow fell')
    await Promise.all([createAndApply('Weather'), toggleQuality('doubtful')])
    const [only] = await saved()
    expect(only?.quality).toEqual(['doubtful'])
    await undoChange()
    await undoChange()
    expect(await saved()).toEqual([])
    expect(Object.values(currentProject().state.themes).some(({ name }) => name === 'Weather')).toBe(false)
  })
})

describe('a highlight that another window changes at the same time', () => {
  async function made() {
    selectWords('Snow fell')
    await annotatePlainly()
    const [only] = await saved()
    if (!only) throw new Error('nothing was made')
    return only
  }

  it('has the marks of both', async () => {
    const { document, id } = await made()
    await Promise.all([
      toggleQuality('calque'),
      joined.other('project.edit', {
        type: 'annotation.quality',
        document,
        id,
        add: ['doubtful', 'omission'],
        remove: []
      }),
      toggleQuality('garbledName')
    ])
    const [only] = await saved()
    expect([...(only?.quality ?? [])].sort()).toEqual(['calque', 'doubtful', 'garbledName', 'omission'])
  })

  it('is gone where it is deleted there: nothing comes back, and nothing else is touched', async () => {
    const own = await made()
    selectWords('The office')
    await annotatePlainly()
    await Promise.all([
      joined.other('project.do', { type: 'annotation.remove', document: own.document, id: own.id }),
      toggleQualityOf(own, 'calque'),
      removeAnnotation(own)
    ])
    const all = await saved()
    expect(all.map(({ selector, quality }) => [selector.exact, quality])).toEqual([['The office', []]])
  })
})

it('nothing is put on words that have moved, before this window shows the text as it is', async () => {
  const document = joined.session.state.documents.get(shownText)
  const revision = document?.revisions.at(-1)?.text
  const correction = { document: shownText, revision, block: 0, text: 'Much more snow fell in the night.' }
  expect((await joined.other('document.correct', correction)).ok).toBe(true)
  await joined.caughtUp()
  // The correction is known here, and the text is still being fetched.
  selectWords('The office')
  await annotatePlainly()
  expect(await saved()).toEqual([])
  expect(useToasts.getState().toasts.at(-1)?.text).toContain('was changed meanwhile')
  await showDocument(shownText)
  const text = currentProject().texts[shownText]?.text ?? ''
  const start = text.indexOf('The office')
  plainSurface.select({ document: shownText, ...span(start, start + 'The office'.length) })
  await annotatePlainly()
  expect((await saved()).map(({ selector }) => [selector.exact, selector.start])).toEqual([
    ['The office', start]
  ])
})
