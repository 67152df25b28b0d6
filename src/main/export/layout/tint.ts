/** How much of a theme's colour is behind its highlights: the words stay easy to read, on paper too. */
const share = 0.28

/** A colour laid thinly over white: `#rrggbb` in, `#rrggbb` out. */
export function tint(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const thin = parts.map((part) => Math.round(255 - (255 - part) * share))
  return `#${thin.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
