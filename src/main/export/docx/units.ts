/** Word counts lengths in twentieths of a point. */
export function twips(centimetres: number): number {
  return Math.round((centimetres / 2.54) * 72 * 20)
}

/** A colour as Word has it: without the sign of a number. */
export function wordColour(colour: string): string {
  return colour.replace('#', '').toUpperCase()
}
