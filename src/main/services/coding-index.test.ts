import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationId, DocumentId, ThemeId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { Passages, ProjectState } from '../../shared/model/state'
import { countedState } from '../../shared/operations/counted-state'
import { perform } from '../../shared/operations/perform'
import { operationArbitrary } from '../../shared/testing/operation-arbitrary'
import { blankState, makeAnnotation } from '../../shared/testing/sample-records'
import { CodingIndex } from './coding-index'

const themes = Array.from({ length: 6 }, (_, at) => `t${at}` as ThemeId)

/** The same by going through everything. */
function codedIn({ annotations }: ProjectState, theme: ThemeId): string[] {
  const found: string[] = []
  for (const [document, own] of annotations.entries())
    for (const each of own.values())
      for (const coding of each.codings)
        if (coding.theme === theme)
          found.push([document, each.id, each.selector.start, each.selector.end, coding.coder].join(' '))
  return found.sort()
}

async function indexed(index: CodingIndex, state: ProjectState, theme: ThemeId): Promise<string[]> {
  const found = await index.of(() => state, theme)
  return [...found]
    .flatMap(([document, spans]) =>
      spans.map(({ annotation, start, end, coder }) => [document, annotation, start, end, coder].join(' '))
    )
    .sort()
}

describe('the index of codings', () => {
  it('follows any changes, and going back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operationArbitrary, { maxLength: 40 }), async (operations) => {
        const index = new CodingIndex()
        let standing = countedState(blankState())
        const states = [standing.state]
        for (const [at, operation] of operations.entries()) {
          const done = perform(standing, operation)
          if (done.ok) standing = done.value.standing
          states.push(standing.state)
          if (at % 5 > 0) continue
          for (const theme of themes)
            expect(await indexed(index, standing.state, theme)).toEqual(codedIn(standing.state, theme))
        }
        for (const state of states.reverse().filter((_, at) => at % 7 === 0))
          for (const theme of themes)
            expect(await indexed(index, state, theme)).toEqual(codedIn(state, theme))
      }),
      { numRuns: 60 }
    )
  })

  it('reads again only the documents whose annotations have changed', async () => {
    let looks = 0
    const passages = (id: string): Passages => {
      looks++
      const annotation = makeAnnotation(`a-${id}`, id, ['t0'])
      return LazyMap.from<AnnotationId, Annotation>({ [annotation.id]: annotation })
    }
    const ids = Array.from({ length: 500 }, (_, at) => `d${at}` as DocumentId)
    const lazy = LazyMap.lazy(ids.map((id) => [id, { load: () => passages(id) }] as const))
    const state = { ...blankState(), annotations: lazy }
    const index = new CodingIndex()
    expect((await index.of(() => state, 't0' as ThemeId)).size).toBe(500)
    expect(looks).toBe(500)
    const [first] = ids
    if (!first) throw new Error('no document')
    const next = { ...state, annotations: lazy.set(first, passages(first)) }
    expect((await index.of(() => next, 't0' as ThemeId)).size).toBe(500)
    expect(looks).toBe(501)
  })
})
