import { describe, expect, it } from 'vitest'
import type { ThemeId } from '../model/ids'
import type { Theme } from '../model/theme'
import { blankState, makeTheme } from '../testing/sample-records'
import { countedState } from './counted-state'
import { perform } from './perform'

const theme = (id: string, order: number, parent: string | null = null): Theme => ({
  ...makeTheme(id, parent),
  order
})
const replace = (...all: Theme[]) =>
  perform(countedState(blankState()), {
    type: 'codebook.replace',
    themes: Object.fromEntries(all.map((each) => [each.id, each])) as Record<ThemeId, Theme>
  })

describe('a codebook that takes the place of another', () => {
  it('is a tree whose siblings are numbered without gaps', () => {
    expect(replace(theme('t0', 0), theme('t1', 1), theme('t2', 0, 't1')).ok).toBe(true)
    expect(replace().ok).toBe(true)
  })

  it.each([
    [
      'a number beyond its siblings: one more theme before it could not be read again',
      [theme('t0', 2 ** 53 - 1)]
    ],
    ['a number twice', [theme('t0', 0), theme('t1', 0)]],
    ['a parent that is not there', [theme('t0', 0, 't9')]],
    ['themes below one another', [theme('t0', 0, 't1'), theme('t1', 0, 't0')]]
  ])('is refused with %s', (_, themes) => {
    expect(replace(...themes).ok).toBe(false)
  })
})
