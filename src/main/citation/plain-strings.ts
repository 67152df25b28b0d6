import type { CslItem } from '../../shared/citation/csl-item'
import type { Run } from '../../shared/export/rich-text'

/** Noncharacters that stand for signs which citeproc would take for markup. No text of a document holds them. */
const signs = [
  ['<', '\uFDD0'],
  ['>', '\uFDD1']
] as const

/** An item whose texts are plain for citeproc, on one line each: a title is no HTML here. */
export function hideMarkup(item: CslItem): CslItem {
  const hidden = (value: unknown): unknown => {
    if (typeof value === 'string') return hide(value)
    if (Array.isArray(value)) return value.map(hidden)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, hidden(own)]))
  }
  const entries = Object.entries(item).map(([key, value]) => [key, hidden(value)])
  return { ...item, ...Object.fromEntries(entries) }
}

export function hide(text: string): string {
  return signs.reduce((own, [sign, mark]) => own.replaceAll(sign, mark), text.replace(/\s+/g, ' '))
}

export function showMarkup(run: Run): Run {
  const shown = (text: string) => signs.reduce((own, [sign, mark]) => own.replaceAll(mark, sign), text)
  return { ...run, text: shown(run.text), ...(run.href === undefined ? {} : { href: shown(run.href) }) }
}
