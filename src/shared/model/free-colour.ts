import { themeColours } from './palette'

type Rgb = readonly [number, number, number]

/**
 * The colour for a new theme: of those that the fewest themes have the one that is farthest from all in use, so that
 * neighbours in the margin are told apart. The first of the palette where none is in use.
 */
export function freeColour(themes: Readonly<Record<string, { readonly colour: string }>>): string {
  const used = Object.values(themes).map(({ colour }) => colour.toLowerCase())
  const count = (colour: string) => used.filter((each) => each === colour).length
  const fewest = Math.min(...themeColours.map(count))
  const others = [...new Set(used)].map(rgbOf)
  const gap = (colour: string) => Math.min(...others.map((each) => distance(each, rgbOf(colour))))
  const [first = themeColours[0], ...rest] = themeColours.filter((each) => count(each) === fewest)
  if (used.length === 0) return first
  return rest.reduce((best, each) => (gap(each) > gap(best) ? each : best), first)
}

function rgbOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\da-f]{2}/gi) ?? []).map((each) =>
    Number.parseInt(each, 16)
  )
  return [red, green, blue]
}

/** How unlike two colours look: distance in RGB, weighted by the mean of red (CompuPhase's approximation). */
function distance(a: Rgb, b: Rgb): number {
  const red = (a[0] + b[0]) / 2
  const [dr, dg, db] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
  return Math.sqrt((2 + red / 256) * dr * dr + 4 * dg * dg + (2 + (255 - red) / 256) * db * db)
}
