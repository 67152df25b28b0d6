import { expect, it } from 'vitest'
import { freeColour } from './free-colour'
import { themeColours } from './palette'

it('gives each of ten new themes a colour of its own, whatever was deleted before', () => {
  const themes: Record<string, { colour: string }> = {}
  for (let count = 0; count < themeColours.length; count++)
    themes[`${count}`] = { colour: freeColour(themes) }
  expect(new Set(Object.values(themes).map(({ colour }) => colour)).size).toBe(themeColours.length)
  const { 3: gone, ...left } = themes
  expect(freeColour(left)).toBe(gone?.colour)
  // Of those that are free the one that is most unlike the others.
  expect(freeColour({ a: { colour: themeColours[0] } })).not.toBe('#a0522d')
})
