import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hash, makeAnnotation } from '../testing/sample-records'
import type { Annotation } from './annotation'
import { AnnotationIndex } from './annotation-index'
import type { AnnotationId, ContentHash } from './ids'
import { LazyMap } from './lazy-map'
import { span, utf16 } from './span'

const other = 'b'.repeat(64) as ContentHash

const annotation = fc
  .record({
    id: fc.integer({ min: 0, max: 12 }),
    start: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 30 }),
    revision: fc.constantFrom(hash, hash, hash, other)
  })
  .map(({ id, start, length, revision }): Annotation => {
    const made = makeAnnotation(`a${id}`, 'd1')
    const exact = 'x'.repeat(length)
    return {
      ...made,
      selector: { ...made.selector, revision, start: utf16(start), end: utf16(start + length), exact }
    }
  })
const steps = fc.array(fc.oneof(annotation, fc.integer({ min: 0, max: 12 })), { maxLength: 80 })

function applied(passages: LazyMap<AnnotationId, Annotation>, step: Annotation | number) {
  return typeof step === 'number' ? passages.delete(`a${step}` as AnnotationId) : passages.set(step.id, step)
}

describe('the index of passages', () => {
  it('is after any changes what it would be made anew', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 9 }), (changes, atOnce) => {
        let passages = LazyMap.empty<AnnotationId, Annotation>()
        let index = AnnotationIndex.of(passages, hash)
        changes.forEach((step, number) => {
          passages = applied(passages, step)
          if (number % atOnce === 0) index = index.after(passages, hash)
        })
        index = index.after(passages, hash)
        const fresh = AnnotationIndex.of(passages, hash)
        expect(index.ordered).toEqual(fresh.ordered)
        expect(new Set(index.waiting)).toEqual(new Set(fresh.waiting))
      })
    )
  })

  it('finds what a look at every passage finds', () => {
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (changes, start, length) => {
          const passages = changes.reduce(applied, LazyMap.empty<AnnotationId, Annotation>())
          const index = AnnotationIndex.of(LazyMap.empty(), hash).after(passages, hash)
          const standing = [...passages.values()].filter(({ selector }) => selector.revision === hash)
          const ids = (found: readonly Annotation[]) => found.map((each) => each.id).sort()
          expect(ids(index.within(span(start, start + length)))).toEqual(
            ids(standing.filter(({ selector }) => selector.end > start && selector.start < start + length))
          )
          expect(ids(index.at(start))).toEqual(
            ids(standing.filter(({ selector }) => selector.start <= start && start <= selector.end))
          )
          for (const each of standing) expect(index.ordered[index.rank(each)]).toBe(each)
        }
      )
    )
  })

  it('looks at few of them, however long one is: a chapter over twenty thousand', () => {
    let looks = 0
    const passages = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => {
        const made = makeAnnotation(`a${at}`, 'd1')
        const end = at === 0 ? 2_000_000 : at * 100 + 50
        const selector = { ...made.selector, start: utf16(at * 100), end: utf16(end) }
        const counted: Annotation = {
          ...made,
          get selector() {
            looks++
            return selector
          }
        }
        return [made.id, counted]
      })
    )
    const index = AnnotationIndex.of(LazyMap.from<AnnotationId, Annotation>(passages), hash)
    looks = 0
    expect(index.within(span(1_500_010, 1_500_090)).map((each) => each.id)).toEqual(['a0', 'a15000'])
    expect(index.at(1_500_020).map((each) => each.id)).toEqual(['a15000', 'a0'])
    expect(looks).toBeLessThan(200)
  })
})
