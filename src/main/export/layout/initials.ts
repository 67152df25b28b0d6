/** Initials of a name: the first letter of each of its words, the first sign of a Chinese one. */
export function initials(name: string): string {
  const letters = name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => Array.from(word)[0] ?? '')
  return letters.slice(0, 3).join('').toUpperCase()
}
