import type { ParsedBlock, RawText } from '../parsed'
import { marked, withoutSigns } from './inline'
import { attribute, childrenNamed, firstNamed, named, tidy } from './xml'

/** A sentence of a version: its name, by which links speak of it, and its words. */
interface Sentence {
  readonly id: string
  readonly words: string
}

/**
 * The versions of an aligned work as this program exports it: a group of texts whose sentences are linked by a `linkGrp`.
 * What is linked becomes a row, block by block the same in every version; what is not linked is a row of its own. Null
 * where the file is nothing of the kind, or where links cross, so that no rows can hold them in the order of every text.
 */
export function versionsIn(tree: Document, title: string): RawText[] | null {
  const [group] = named(tree, 'group')
  const texts = group ? childrenNamed(group, 'text') : []
  const isAligned = named(tree, 'linkGrp').some((each) => attribute(each, 'type') === 'alignment')
  const versions = texts.map(sentencesIn)
  if (texts.length < 2 || !isAligned || versions.some((own) => own.length === 0)) return null
  const rows = rowsOf(versions, linked(tree))
  if (rows === null) return null
  const sources = named(firstNamed(tree, 'sourceDesc') ?? tree, 'bibl')
  return texts.map((text, at): RawText => {
    const source = sources[at]
    const said = (name: string) => tidy((source && firstNamed(source, name))?.textContent)
    const language = attribute(text, 'lang') ?? ''
    const own = said('title') || language || String(at + 1)
    return {
      blocks: rows.map(
        (row): ParsedBlock => ({ kind: 'paragraph', ...marked((row[at] ?? []).join('\n')), furniture: false })
      ),
      stated: {
        title: own,
        ...(language && { language }),
        ...(said('publisher') && { publisher: said('publisher') }),
        ...(said('date') && { published: said('date') })
      },
      part: own,
      aligned: title || '–',
      bare: true
    }
  })
}

function sentencesIn(text: Element): Sentence[] {
  return named(text, 's').flatMap((each) => {
    const id = attribute(each, 'id')
    return id ? [{ id, words: withoutSigns(each.textContent ?? '') }] : []
  })
}

/** Which sentences links join, directly or by others: for each the first of them. */
function linked(tree: Document): (id: string) => string {
  const above = new Map<string, string>()
  const top = (id: string): string => {
    let at = id
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    return at
  }
  for (const link of named(tree, 'link')) {
    const [first, ...others] = (attribute(link, 'target') ?? '')
      .split(/\s+/)
      .map((each) => each.replace(/^#/, ''))
    if (first === undefined) continue
    for (const other of others) {
      const [one, two] = [top(first), top(other)]
      if (one !== two) above.set(two, one)
    }
  }
  return top
}

/** Rows of what each version says, in the order of all; null where there is no such order. */
function rowsOf(
  versions: readonly (readonly Sentence[])[],
  top: (id: string) => string
): string[][][] | null {
  // For each version the runs of sentences that belong together.
  const runs = versions.map((own) => {
    const made: { key: string; words: string[] }[] = []
    for (const { id, words } of own) {
      const key = top(id)
      const last = made.at(-1)
      if (last?.key === key) last.words.push(words)
      else made.push({ key, words: [words] })
    }
    return made
  })
  if (runs.some((own) => new Set(own.map(({ key }) => key)).size < own.length)) return null
  const holders = new Map<string, number[]>()
  for (const [at, own] of runs.entries())
    for (const { key } of own) holders.set(key, [...(holders.get(key) ?? []), at])
  const next = runs.map(() => 0)
  const rows: string[][][] = []
  for (;;) {
    const heads = runs.flatMap((own, at) => own[next[at] ?? 0]?.key ?? [])
    if (heads.length === 0) return rows
    // What comes next in every version that has it.
    const key = heads.find((each) =>
      (holders.get(each) ?? []).every((at) => runs[at]?.[next[at] ?? 0]?.key === each)
    )
    if (key === undefined) return null
    const row = runs.map((): string[] => [])
    for (const at of holders.get(key) ?? []) {
      row[at] = runs[at]?.[next[at] ?? 0]?.words ?? []
      next[at] = (next[at] ?? 0) + 1
    }
    rows.push(row)
  }
}
