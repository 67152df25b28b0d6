import { describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { makeTheme } from '../../shared/testing/sample-records'
import { parentsIn, pathTo, themesNamed } from './theme-filter'

const named = (id: string, name: string, parent: string | null = null): Theme => ({
  ...makeTheme(id, parent),
  name,
  order: 0
})
const themes: Readonly<Record<ThemeId, Theme>> = Object.fromEntries(
  [
    named('t1', 'Économie'),
    named('t2', 'Trade', 't1'),
    named('t3', 'Tariffs', 't2'),
    named('t4', 'Weather')
  ].map((theme) => [theme.id, theme])
)

describe('the themes that are looked for by name', () => {
  it('are there with all above them, whatever their capitals and however an accent is written', () => {
    expect([...(themesNamed(themes, 'TARIFF') ?? [])].sort()).toEqual(['t1', 't2', 't3'])
    expect([...(themesNamed(themes, ' e\u0301CONOMIE ') ?? [])]).toEqual(['t1'])
    expect(themesNamed(themes, 'nothing of the kind')?.size).toBe(0)
    expect(themesNamed(themes, '  ')).toBeNull()
  })

  it('know their way to the top, and which have others below them', () => {
    expect(pathTo(themes, 't3' as ThemeId)).toEqual(['t3', 't2', 't1'])
    expect(pathTo(themes, 'gone' as ThemeId)).toEqual([])
    expect([...parentsIn(themes)].sort()).toEqual(['t1', 't2'])
  })
})
