import { describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { makeTheme } from '../../shared/testing/sample-records'
import { depthOf, orderedThemes, pathName, patternOf, themeColour } from './theme-names'

const id = (name: string) => name as ThemeId
const theme = (name: string, parent: string | null, order: number): Theme => ({
  ...makeTheme(name, parent),
  name: name.toUpperCase(),
  order
})
const all = [
  theme('b', null, 1),
  theme('a2', 'a', 1),
  theme('a', null, 0),
  theme('a1', 'a', 0),
  theme('a11', 'a1', 0)
]
const themes = Object.fromEntries(all.map((each) => [each.id, each])) as Record<ThemeId, Theme>

describe('themes as they are read', () => {
  it('stand in the order of the codebook, each under its parent', () => {
    expect(orderedThemes(themes).map((each) => each.id)).toEqual(['a', 'a1', 'a11', 'a2', 'b'])
  })

  it('are named with what they stand under', () => {
    expect(pathName(themes, id('a11'))).toBe('A › A1 › A11')
    expect(pathName(themes, id('gone'))).toBe('')
    expect(depthOf(themes, id('a11'))).toBe(2)
  })

  it('have a pattern apart from their neighbours, and plain highlights have none of their own', () => {
    const patterns = ['a', 'a1', 'a11', 'b'].map((each) => patternOf(themes, id(each)))
    expect(patterns).toEqual([0, 1, 2, 1])
    expect(patternOf(themes, id('a1'))).not.toBe(patternOf(themes, id('a2')))
    expect(patternOf(themes, undefined)).toBe(0)
    expect(themeColour(undefined)).toBe('var(--plain-mark)')
    expect(themeColour(id('a'))).toBe('var(--theme-a)')
  })
})
