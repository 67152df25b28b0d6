import { urnOf } from '../../../shared/interchange/web-annotation/names'
import type { Guid } from '../../../shared/model/guid'
import type { DocumentId } from '../../../shared/model/ids'
import { fold } from '../../../shared/text/fold'
import type { ParsedQuote, SidecarTarget } from '../parsed-sidecars'

/** A text that a sidecar may speak of: one of the project, or one on its way in. */
export interface Candidate {
  readonly text: { readonly document: DocumentId } | { readonly key: string }
  readonly title: string
  readonly source: string
  readonly doi: string
  readonly fileName: string
  /** By which exchange formats name it. */
  readonly guid?: Guid | undefined
}

/** By what a text was known to be the one that is meant, the surest first. */
export type MatchedBy = 'doi' | 'source' | 'title' | 'quotes'

/** The texts that sidecars may speak of, to be asked by DOI, address, title or name of a file. */
export class Candidates {
  private readonly by: Readonly<Record<'doi' | 'source' | 'title', Map<string, Candidate[]>>>

  constructor(all: readonly Candidate[]) {
    this.by = {
      doi: grouped(all, ({ doi }) => [bareDoi(doi)]),
      source: grouped(all, ({ source, fileName, guid }) => [
        bareAddress(source),
        bareName(fileName),
        guid ? urnOf(guid) : ''
      ]),
      title: grouped(all, ({ title, fileName }) => [
        bareLetters(title),
        bareLetters(withoutExtension(fileName))
      ])
    }
  }

  /** The one text that is meant; null where none is, or where several could be. */
  match({ doi, source, title, via = '' }: SidecarTarget): { candidate: Candidate; by: MatchedBy } | null {
    const asked: [keyof typeof this.by, string][] = [
      ['doi', bareDoi(doi)],
      ['source', bareAddress(source)],
      ['source', bareAddress(via)],
      ['source', bareName(source.split(/[\\/]/).at(-1) ?? '')],
      ['title', bareLetters(title)]
    ]
    for (const [by, value] of asked) {
      const found = value === '' ? [] : (this.by[by].get(value) ?? [])
      const [only, ...more] = found
      if (only && more.length === 0) return { candidate: only, by }
    }
    return null
  }
}

/** How many quotes of a sidecar are looked up in texts to find out which it speaks of. */
const tried = 12

/** How many of the first quotes that are long enough stand in a text, letter by letter. */
export function quotesIn(text: string, quotes: readonly ParsedQuote[]): number {
  const letters = bareLetters(text)
  return telling(quotes).filter((exact) => letters.includes(exact)).length
}

export function telling(quotes: readonly ParsedQuote[]): string[] {
  return quotes
    .map(({ exact }) => bareLetters(exact))
    .filter((exact) => exact.length >= 12)
    .slice(0, tried)
}

function grouped(
  all: readonly Candidate[],
  keys: (each: Candidate) => readonly string[]
): Map<string, Candidate[]> {
  const found = new Map<string, Candidate[]>()
  for (const each of all)
    for (const key of new Set(keys(each))) if (key !== '') found.set(key, [...(found.get(key) ?? []), each])
  return found
}

/** Letters and digits alone, without case and width. */
export function bareLetters(title: string): string {
  return fold(title).text.replace(/[^\p{L}\p{N}]+/gu, '')
}

function bareDoi(doi: string): string {
  return /10\.\d{4,9}\/\S+/.exec(doi.toLowerCase())?.[0].replace(/[.,;]$/, '') ?? ''
}

/** An address without what does not tell one page from another. */
function bareAddress(address: string): string {
  const bare = address.trim().replace(/#.*$/, '')
  if (!/^(https?|file|urn):/i.test(bare)) return ''
  return bare
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/([?&])(utm_\w+|fbclid)=[^&]*/gi, '$1')
    .replace(/[?&/]+$/, '')
    .toLowerCase()
}

function bareName(name: string): string {
  return /\.\w{2,5}$/.test(name) ? name.toLowerCase() : ''
}

function withoutExtension(name: string): string {
  return name.replace(/\.\w{1,5}$/, '')
}
