import { Readability } from '@mozilla/readability'
import type { RawText, StatedMetadata } from '../../parsed'
import { instantOf } from '../parse-timestamp'
import { statedInJsonLd } from './json-ld'
import { blocksOfMarkup, mark } from './markup'
import { shortenOwnLinks, tellNoteMarks } from './note-marks'
import { isMostOf, lookOf } from './page-parts'
import { pageTree } from './page-tree'
import { isWebAddress, type SavedFrom, savedFrom } from './saved-from'

/**
 * A saved web page: every visible text becomes a block. What stands outside the main text, as Readability finds it, is
 * proposed as furniture where it looks like that too: Readability alone takes some paragraphs of a text for none of it. Only text leaves here, never markup. A page that says where and when it was saved is known by that.
 */
export function parseHtml(source: string, saved: SavedFrom = savedFrom(source)): RawText {
  const document = pageTree(source)
  // Before anything is taken out of the page.
  const stated = {
    ...(isWebAddress(saved.address) && { source: saved.address }),
    ...statedInJsonLd(document),
    ...statedIn(document)
  }
  const own = new Set([saved.address, stated.source].map((address) => address?.split('#')[0]))
  shortenOwnLinks(document, (address) => own.has(address))
  tellNoteMarks(document)
  const body = document.querySelector('body') ?? document.documentElement
  const found = body ? blocksOfMarkup(body) : []
  const title = document.querySelector('title')?.textContent ?? ''
  // Before Readability takes the page apart.
  const looks = lookOf(found)
  const main = mainBlocks(document)
  // Readability takes the heading that repeats the page's title out of the main text; it belongs to it.
  const isAround = (block: { kind: string; text: string }, index: number) =>
    main !== null && !main.has(index) && !(block.kind === 'heading' && title.includes(block.text))
  const isMost = main !== null && isMostOf(main, found)
  const blocks = found.map(({ element: _, outside, ...block }, index) => ({
    ...block,
    furniture:
      outside ||
      (isAround(block, index) && (looks[index] === 'boilerplate' || (isMost && looks[index] === 'line')))
  }))
  const accessed = instantOf(saved.accessed)?.slice(0, 10)
  return { blocks, stated, ...(accessed && { attributes: { accessed } }) }
}

/** Readability goes up and down a tree again and again: one with more steps from its elements to the root takes too long. */
const mostSteps = 300_000

function isTooDeep(document: Document): boolean {
  let steps = 0
  const depths = new Map<Element | null, number>()
  for (const element of document.querySelectorAll('*')) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1
    depths.set(element, depth)
    steps += depth
    if (steps > mostSteps) return true
  }
  return false
}

/** The numbers of the blocks inside the main text; null where none is found. */
function mainBlocks(document: Document): Set<number> | null {
  if (isTooDeep(document)) return null
  const article = new Readability(document, { charThreshold: 200, keepClasses: true }).parse()
  if (!article?.content) return null
  const numbers = new Set<number>()
  for (const [, list] of article.content.matchAll(new RegExp(`${mark}="([\\d ]*)"`, 'g')))
    for (const number of (list ?? '').trim().split(' ')) numbers.add(Number(number))
  return numbers.size === 0 ? null : numbers
}

function statedIn(document: Document): StatedMetadata {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names)
      for (const attribute of ['name', 'property', 'itemprop']) {
        const content = document
          .querySelector(`meta[${attribute}="${name}"]`)
          ?.getAttribute('content')
          ?.trim()
        if (content) return content
      }
    return undefined
  }
  /** All that are named under the first name that any are. */
  const authors = (): string | undefined => {
    const names = ['author', 'citation_author', 'dc.creator', 'DC.creator']
    const all = names.map((name) =>
      [
        ...document.querySelectorAll(
          `meta[name="${name}"], meta[property="${name}"], meta[itemprop="${name}"]`
        )
      ]
        .map((each) => each.getAttribute('content')?.trim() ?? '')
        .filter(Boolean)
    )
    return all.find((own) => own.length > 0)?.join('; ')
  }
  const fields: Record<keyof StatedMetadata, string | null | undefined> = {
    title:
      meta('og:title', 'citation_title', 'dc.title', 'DC.title') ??
      document.querySelector('title')?.textContent?.trim(),
    language: document.documentElement?.getAttribute('lang'),
    published: meta(
      'article:published_time',
      'dc.date',
      'DC.date',
      'datePublished',
      'citation_publication_date',
      'pubdate',
      'date'
    ),
    author: authors(),
    publisher: meta('og:site_name', 'dc.publisher', 'DC.publisher'),
    source: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as StatedMetadata
}
