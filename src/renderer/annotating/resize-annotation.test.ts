import { beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import { qualityMarks } from '../../shared/model/quality-marks'
import { currentProject, showDocument } from '../state/project'
import { chooseAnnotation, showSurface } from '../state/surface'
import { useToasts } from '../state/toasts'
import { undoChange } from '../state/undoing'
import { JoinedWindow, shownText } from '../testing/joined-window'
import { plainSurface, selectWords } from '../testing/plain-surface'
import { annotatePlainly, toggleQuality } from './passage-actions'
import { mergeWithNext, splitHere } from './resize-annotation'

const joined = new JoinedWindow()

beforeEach(async () => {
  await showDocument(shownText)
  showSurface(plainSurface)
})

async function highlightOf(words: string): Promise<Annotation> {
  selectWords(words)
  await annotatePlainly()
  const found = saved().find(({ selector }) => selector.exact === words)
  if (!found) throw new Error(`“${words}” is not highlighted`)
  return found
}

const saved = () => [...(joined.session.state.annotations.get(shownText)?.values() ?? [])]
const quotes = () =>
  saved()
    .map(({ selector }) => selector.exact)
    .sort()

/** Writes a memo in the other window. */
const writeThere = ({ document, id }: Annotation, memo: string) =>
  joined.other('project.do', {
    type: 'annotation.update',
    document,
    id,
    patch: { memo, modified: new Date(Date.now() + 1000).toISOString() }
  })

/** Puts the caret into a highlight, so that keys act on it. */
function choose({ id, document, selector }: Annotation): void {
  plainSurface.placeCaret({ document, offset: selector.start + 1 })
  chooseAnnotation(id)
}

describe('two highlights that become one', () => {
  it('bring everything along that both say', async () => {
    const first = await highlightOf('Snow fell')
    const second = await highlightOf('in the night')
    await writeThere(first, 'One.')
    await writeThere(second, 'Other.')
    await joined.caughtUp()
    choose(first)
    await toggleQuality('doubtful')
    await mergeWithNext()
    const [only, ...others] = saved()
    expect(others).toEqual([])
    expect([only?.selector.exact, only?.memo, only?.quality]).toEqual([
      'Snow fell in the night',
      'One.\n\nOther.',
      ['doubtful']
    ])
    await undoChange()
    expect(quotes()).toEqual(['Snow fell', 'in the night'])
  })

  it.each(['the first', 'the other'])(
    'do not where %s gets a memo elsewhere: it is not lost',
    async (which) => {
      const first = await highlightOf('Snow fell')
      const second = await highlightOf('in the night')
      choose(first)
      const writing = writeThere(which === 'the first' ? first : second, 'Written there.')
      await mergeWithNext()
      expect((await writing).ok).toBe(true)
      expect(quotes()).toEqual(['Snow fell', 'in the night'])
      expect(saved().map(({ memo }) => memo)).toContain('Written there.')
      expect(useToasts.getState().toasts.at(-1)?.text).toContain('changed in the meantime')
      // Once it is seen, it comes along.
      await joined.caughtUp()
      choose(currentProject().passages[shownText]?.get(first.id) ?? first)
      await mergeWithNext()
      expect(saved().map(({ memo }) => memo)).toEqual(['Written there.'])
    }
  )
})

it('a highlight that is cut in two at once with its marks keeps them on both', async () => {
  const whole = await highlightOf('Snow fell in the night')
  plainSurface.placeCaret({ document: shownText, offset: whole.selector.start + 'Snow fell'.length })
  await Promise.all([...qualityMarks.map((mark) => toggleQuality(mark)), splitHere()])
  await joined.caughtUp()
  expect(quotes()).toEqual(['Snow fell', 'in the night'])
  for (const { quality } of saved()) expect([...quality].sort()).toEqual([...qualityMarks].sort())
})
