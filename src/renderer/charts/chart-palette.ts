import { themeColours } from '../../shared/model/palette'

/** The colours that a chart is drawn in, as the attributes of SVG take them. */
export interface ChartPalette {
  readonly ground: string
  readonly ink: string
  readonly soft: string
  readonly rule: string
  readonly accent: string
  /** The colour of a series, by its own or its number. */
  series(colour: string | undefined, number: number): string
}

const seriesColour = (colour: string | undefined, number: number) =>
  colour ?? themeColours[number % themeColours.length] ?? themeColours[0]

/** Follows the appearance of the window. */
export const screenPalette: ChartPalette = {
  ground: 'var(--raised)',
  ink: 'var(--ink)',
  soft: 'var(--ink-2)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  series: (colour, number) => `color-mix(in oklab, ${seriesColour(colour, number)}, white var(--c-lift))`
}

/** For a file: dark on white, whatever the window looks like, and without anything of its styles. */
export const printPalette: ChartPalette = {
  ground: '#ffffff',
  ink: '#25221d',
  soft: '#5f594f',
  rule: '#d9d4c8',
  accent: '#9a3426',
  series: seriesColour
}
