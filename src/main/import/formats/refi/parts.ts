import { guidOfPart } from '../../../project/entity-guid'
import type { ParsedPassage } from '../../parsed'

/**
 * Selections that this app has written for the several coders of one passage are one passage again. They lie at the same
 * place, and the id of each but the first is made from the first one's and its coder's.
 * @param coders the names of coders by their ids
 */
export function withParts(
  passages: readonly ParsedPassage[],
  coders: ReadonlyMap<string, string>
): ParsedPassage[] {
  const at = new Map<string, ParsedPassage[]>()
  for (const each of passages) {
    const key = `${each.start} ${each.end}`
    at.set(key, [...(at.get(key) ?? []), each])
  }
  const whole = new Map<ParsedPassage, ParsedPassage>()
  const parts = new Set<ParsedPassage>()
  for (const same of at.values()) {
    if (same.length < 2) continue
    for (const first of same) {
      if (first.guid === undefined || parts.has(first)) continue
      const { guid } = first
      const ids = new Set<string>(Array.from(coders.keys(), (coder) => guidOfPart(guid, coder)))
      const own = same.filter((each) => each !== first && each.guid !== undefined && ids.has(each.guid))
      if (own.length === 0) continue
      for (const each of own) parts.add(each)
      const all = [first, ...own]
      whole.set(first, {
        ...first,
        themes: all.flatMap(({ themes }) => themes),
        codings: all.flatMap(({ codings = [] }) => codings)
      })
    }
  }
  return passages.flatMap((each) => (parts.has(each) ? [] : (whole.get(each) ?? each)))
}
