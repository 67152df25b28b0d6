import type { Coding } from './coding'
import type { CoderId, ThemeId } from './ids'

interface Coded {
  readonly codings: readonly Coding[]
}

/** The themes of a passage, each once, in the order in which they came. */
export function themesOf({ codings }: Coded): ThemeId[] {
  return codings.length < 2
    ? codings.map(({ theme }) => theme)
    : [...new Set(codings.map(({ theme }) => theme))]
}

export function hasTheme({ codings }: Coded, id: ThemeId): boolean {
  return codings.some(({ theme }) => theme === id)
}

export function sameCoding(a: Pick<Coding, 'theme' | 'coder'>, b: Pick<Coding, 'theme' | 'coder'>): boolean {
  return a.theme === b.theme && a.coder === b.coder
}

/** Codings without those that stand twice; the first of equal ones stays. */
export function uniqueCodings(codings: readonly Coding[]): Coding[] {
  const known = new Map<string, Coding>()
  for (const each of codings) {
    const key = `${each.theme} ${each.coder}`
    if (!known.has(key)) known.set(key, each)
  }
  return [...known.values()]
}

/** Themes as one person's codings, all made at once. */
export function codingsOf(themes: readonly ThemeId[], coder: CoderId, created: string): Coding[] {
  return [...new Set(themes)].map((theme) => ({ theme, coder, created }))
}

/** Codings with one theme in another's place: whose they are, and since when, stays. */
export function withTheme(codings: readonly Coding[], from: ThemeId, into: ThemeId): Coding[] {
  return uniqueCodings(codings.map((each) => (each.theme === from ? { ...each, theme: into } : each)))
}
