/** In which of so many equally long parts of a text an offset stands, from 0. */
export function partOf(offset: number, length: number, parts: number): number {
  return Math.min(parts - 1, Math.floor((offset / length) * parts))
}
