import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import { AnnotationIndex } from '../../shared/model/annotation-index'
import type { AnnotationId, ContentHash } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { Passages } from '../../shared/model/state'
import { makeAnnotation } from '../../shared/testing/sample-records'
import type { TextMark } from '../editor/text-view'
import { type DrawnMarks, markNews, marksOf } from './mark-news'

const { revision } = makeAnnotation('a0', 'd1').selector
const another = 'f'.repeat(64) as ContentHash
const ids = ['a0', 'a1', 'a2', 'a3'] as AnnotationId[]

/** One of the annotations with a theme, in this text or waiting to be found in it. */
function annotation(id: AnnotationId, theme: string | null, waits: boolean): Annotation {
  const made = makeAnnotation(id, 'd1', theme === null ? [] : [theme])
  return waits ? { ...made, selector: { ...made.selector, revision: another } } : made
}

const id = fc.constantFrom(...ids)
const step = fc.oneof(
  fc.record({ put: id, theme: fc.constantFrom('t1', 't2', null), waits: fc.boolean() }),
  fc.record({ remove: id }),
  fc.record({ activate: fc.option(id) })
)

describe('the highlights that a view draws', () => {
  it('are those that there are, whatever is made, recoded, moved out of the text, deleted or chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 12 }), (rounds) => {
        let passages: Passages = LazyMap.empty()
        let active: AnnotationId | null = null
        let drawn: DrawnMarks = { passages, active }
        const view = new Map<string, TextMark>()
        for (const round of rounds) {
          for (const each of round) {
            if ('put' in each) passages = passages.set(each.put, annotation(each.put, each.theme, each.waits))
            else if ('remove' in each) passages = passages.delete(each.remove)
            else active = each.activate
          }
          const own = AnnotationIndex.of(passages, revision)
          const news = markNews(drawn, own, active)
          drawn = news.drawn
          for (const mark of news.add) view.set(mark.id, mark)
          for (const gone of news.remove) view.delete(gone)
          const wanted = marksOf(own).map((mark) => ({ ...mark, active: mark.id === active }))
          expect(new Set(view.values())).toEqual(new Set(wanted))
        }
      })
    )
  })

  it('are not drawn again where nothing has changed, and only those that have', () => {
    let plain: Passages = LazyMap.empty()
    for (const each of ids) plain = plain.set(each, annotation(each, null, false))
    const before = { passages: plain, active: null }
    const same = AnnotationIndex.of(before.passages, revision)
    expect(markNews(before, same, null)).toMatchObject({ add: [], remove: [] })
    const a1 = 'a1' as AnnotationId
    const recoded = AnnotationIndex.of(plain.set(a1, annotation(a1, 't1', false)), revision)
    expect(markNews(before, recoded, null).add.map((mark) => [mark.id, mark.colour])).toEqual([
      ['a1', 'var(--theme-t1)']
    ])
    expect(markNews(before, undefined, null).remove.toSorted()).toEqual(ids)
  })
})
