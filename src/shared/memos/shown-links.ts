import { memoLinks } from './links'

/** The links of a text by what stands in a field for them: `Numbers` for `[[theme:ID|Numbers]]`. */
export type LinkNames = ReadonlyMap<string, string>

const bracketed = /\[\[([^[\]\n]+)\]\]/g

/**
 * A text as a person writes in it: each link as its name in double brackets, its id out of sight. `shownLinks` with
 * `storedLinks` of the same names give the very text back.
 *
 * @param known names that were given before; a link keeps its name while that is free
 */
export function shownLinks(text: string, known: LinkNames = new Map()): { shown: string; names: LinkNames } {
  const links = memoLinks(text)
  const written = new Set<string>()
  let at = 0
  for (const { start, end } of [...links, { start: text.length, end: text.length }]) {
    for (const [, name = ''] of text.slice(at, start).matchAll(bracketed)) written.add(name)
    at = end
  }
  const names = new Map([...known].filter(([name]) => !written.has(name)))
  const byLink = new Map([...names].map(([name, link]) => [link, name]))
  let shown = ''
  at = 0
  for (const { start, end, label } of links) {
    const link = text.slice(start, end)
    const name = byLink.get(link) ?? freeName(label, (each) => names.has(each) || written.has(each))
    names.set(name, link)
    byLink.set(link, name)
    shown += `${text.slice(at, start)}[[${name}]]`
    at = end
  }
  return { shown: shown + text.slice(at), names }
}

/** The text as it is kept, of one as it was written in a field. Brackets around other words stay as they are. */
export function storedLinks(shown: string, names: LinkNames): string {
  return shown.replace(bracketed, (whole, name: string) => names.get(name) ?? whole)
}

function freeName(label: string, isTaken: (name: string) => boolean): string {
  const plain = label.replace(/[[\]\s]+/g, ' ').trim() || '…'
  for (let count = 1; ; count++) {
    const name = count === 1 ? plain : `${plain} (${count})`
    if (!isTaken(name)) return name
  }
}
