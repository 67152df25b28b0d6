/** The colours offered for themes: told apart by colour-blind readers too, at least 3 : 1 on paper. */
export const themeColours = [
  '#b97a10',
  '#2f7a82',
  '#8a5aa5',
  '#568536',
  '#c25a70',
  '#4a6fb5',
  '#a0522d',
  '#5b6b7a',
  '#7a7a1f',
  '#b04a9a'
] as const

export const coderColours = ['#a2392b', '#2f6fb0', '#568536', '#8a5aa5', '#b97a10', '#2f7a82'] as const
