import { expect, it } from 'vitest'
import { newTheme } from '../model/new-records'
import type { Theme } from '../model/theme'
import { themeAlong, themePath } from './theme-path'

it('reads paths with slashes and arrows, and takes one name for one name', () => {
  expect(themePath('Formulae / One visit')).toEqual(['Formulae', 'One visit'])
  expect(themePath('a›b > c')).toEqual(['a', 'b', 'c'])
  expect(themePath('One visit')).toBeNull()
  expect(themePath('One visit /')).toBeNull()
})

it('makes only what is missing on the way, also below a theme that lies deeper', () => {
  const top: Theme = { ...newTheme('Formulae', '#b97a10', null), order: 0 }
  const below: Theme = { ...newTheme('One visit', '#2f7a82', top.id), order: 0 }
  const themes = { [top.id]: top, [below.id]: below }
  expect(themeAlong(themes, ['formulae', 'One visit'])).toEqual({ id: below.id, make: [] })
  const { id, make } = themeAlong(themes, ['One visit', 'Counters', 'Hours'])
  expect(
    make.map((each) => each.type === 'theme.add' && [each.theme.name, each.theme.parent, each.index])
  ).toEqual([
    ['Counters', below.id, 0],
    ['Hours', make[0]?.type === 'theme.add' ? make[0].theme.id : null, 0]
  ])
  expect(make.at(-1)).toMatchObject({ theme: { id } })
})
