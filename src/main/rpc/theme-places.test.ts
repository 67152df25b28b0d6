import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import type { Edit } from '../../shared/operations/edit'
import type { Operation } from '../../shared/operations/operation'
import { childrenOf, isUnder, placeAt } from '../../shared/operations/theme-order'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { openTwoWindows, type TwoWindows } from './testing/two-windows'

const tree = {
  animals: null,
  birds: 'animals',
  fish: 'animals',
  snakes: 'animals',
  plants: null,
  ferns: 'plants',
  trees: 'plants',
  stones: null
} as const
const names = Object.keys(tree) as (keyof typeof tree)[]
const idOf = (name: keyof typeof tree) => name as ThemeId & keyof typeof tree

let two: TwoWindows

beforeAll(async () => {
  two = await openTwoWindows(
    names.map((name): Operation => {
      const parent = tree[name]
      const theme = { ...makeTheme(name), parent: parent === null ? null : idOf(parent) }
      return { type: 'theme.add', theme, index: names.length }
    })
  )
})

beforeEach(() => two.reset())

afterAll(() => two.close())

const themes = () => two.session.state.themes
const children = (parent: keyof typeof tree | null) =>
  childrenOf(themes(), parent === null ? null : idOf(parent)).map(({ id }) => id)

type Place = Extract<Edit, { type: 'theme.place' }>

/** What a window asks for that shows the project as it is now. */
function place(name: keyof typeof tree, parent: keyof typeof tree | null, index: number): Place {
  const [id, under] = [idOf(name), parent === null ? null : idOf(parent)]
  const { parent: seen } = themes()[id] ?? makeTheme(name)
  return { type: 'theme.place', id, seen, ...placeAt(themes(), id, under, index) }
}

const both = (mine: Place, theirs: Place) =>
  Promise.all([two.windows[0]('project.edit', mine), two.windows[1]('project.edit', theirs)])

describe('two windows that move themes at the same time', () => {
  it('put each between the neighbours that its hand saw, though the other has changed all numbers', async () => {
    const [mine, theirs] = [place('stones', 'animals', 0), place('snakes', 'animals', 1)]
    expect(await both(mine, theirs)).toMatchObject([{ ok: true }, { ok: true }])
    expect(children('animals')).toEqual(['stones', 'birds', 'snakes', 'fish'])
  })

  it('are told where they move the same one apart, and the first stands', async () => {
    const answers = await both(place('fish', 'plants', 0), place('fish', null, 0))
    expect(answers).toMatchObject([
      { ok: true },
      { ok: false, error: { kind: 'Conflict', key: 'themeMoved' } }
    ])
    expect(children('plants')).toEqual(['fish', 'ferns', 'trees'])
  })

  it('never give one a neighbour of its own name: that is what merging is for', async () => {
    const { name } = makeTheme('ferns')
    const named = { ...makeTheme('ferns2'), name, parent: idOf('animals') }
    await two.session.do({ type: 'theme.add', theme: named, index: 3 }, coder.id)
    expect(await two.windows[0]('project.edit', place('ferns', 'animals', 0))).toMatchObject({
      ok: false,
      error: { key: 'themeNameTaken', params: { name } }
    })
    expect(children('plants')).toEqual(['ferns', 'trees'])
    // Among its neighbours it is moved as ever.
    expect(await two.windows[0]('project.edit', place('ferns', 'plants', 1))).toMatchObject({ ok: true })
    expect(children('plants')).toEqual(['trees', 'ferns'])
  })

  it('never put two under each other', async () => {
    const answers = await both(place('animals', 'plants', 0), place('plants', 'animals', 0))
    expect(answers).toMatchObject([{ ok: true }, { ok: false, error: { key: 'themeUnderItself' } }])
  })

  it('both win, and whatever was not moved keeps its order', async () => {
    const move = fc.record({
      name: fc.constantFrom(...names),
      parent: fc.constantFrom(null, ...names),
      index: fc.nat({ max: 4 })
    })
    await fc.assert(
      fc.asyncProperty(move, move, async (mine, theirs) => {
        fc.pre(mine.name !== theirs.name)
        await two.reset()
        const before: Readonly<Record<ThemeId, Theme>> = themes()
        const asked = [mine, theirs].map(({ name, parent, index }) => place(name, parent, index))
        // Neither hand asks for what it can see to be no tree; both at once may make none.
        fc.pre(asked.every(({ id, parent }) => !isUnder(before, parent, id)))
        const [one, other] = asked
        if (!one || !other) throw new Error('two are asked for')
        const [first, second] = await both(one, other)
        expect(first).toMatchObject({ ok: true })
        const crossed = isUnder(before, one.parent, other.id) && isUnder(before, other.parent, one.id)
        expect(second.ok).toBe(!crossed)
        if (crossed) return
        const moved = new Set(asked.map(({ id }) => id))
        for (const { id, parent, after, before: next } of asked) {
          expect(themes()[id]?.parent).toBe(parent)
          const siblings = childrenOf(themes(), parent).map((each) => each.id)
          const at = siblings.indexOf(id)
          if (after !== null && !moved.has(after)) expect(siblings.indexOf(after)).toBeLessThan(at)
          if (next !== null && !moved.has(next)) expect(siblings.indexOf(next)).toBeGreaterThan(at)
        }
        for (const parent of [null, ...names.map(idOf)]) {
          const stayed = (list: readonly Theme[]) => list.map(({ id }) => id).filter((id) => !moved.has(id))
          expect(stayed(childrenOf(themes(), parent))).toEqual(stayed(childrenOf(before, parent)))
          expect(childrenOf(themes(), parent).map(({ order }) => order)).toEqual(
            childrenOf(themes(), parent).map((_, index) => index)
          )
        }
      }),
      { numRuns: 60 }
    )
  })
})
