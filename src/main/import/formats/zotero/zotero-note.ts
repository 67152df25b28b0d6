import type { RawFile } from '../../parsed'
import type { ParsedQuote, SidecarTarget } from '../../parsed-sidecars'
import { HighlightsByText } from '../highlights'
import { isObject, type Json, objectOf, objectsIn, textOf } from '../json'
import { pageTree } from '../pages/page-tree'
import { ColourThemes } from './colour-themes'

/** Whether a page is a note of Zotero with highlights in it. */
export function isZoteroNote(source: string): boolean {
  return /data-annotation\s*=/.test(source) && /data-(citation-items|schema-version)\s*=/.test(source)
}

/**
 * A note of Zotero, as "Add note from annotations" makes it and exports it: each highlight is a span that knows its
 * item; what follows it in its paragraph, after the citation, is the comment.
 */
export function readZoteroNote(source: string): RawFile {
  const document = pageTree(source)
  const items = new Map<string, Json>()
  for (const holder of document.querySelectorAll('[data-citation-items]'))
    for (const item of objectsIn(decoded(holder.getAttribute('data-citation-items'))))
      for (const uri of urisOf(item)) items.set(uri, objectOf(item.itemData))
  const highlights = highlightsIn(document)
  const colours = new ColourThemes(highlights.map(({ colour }) => colour))
  const quotes = highlights.map(({ uris, colour, quote }) => ({
    uris,
    quote: { ...quote, themes: colours.theme(colour) }
  }))
  const found = new HighlightsByText(colours.codebook)
  for (const { uris, quote } of quotes) {
    const item = objectOf(uris.flatMap((uri) => items.get(uri) ?? [])[0])
    const of: SidecarTarget = { title: textOf(item.title), doi: textOf(item.DOI), source: textOf(item.URL) }
    found.add(of, quote)
  }
  return found.file()
}

/** A note on a known item: its highlights, or, where it has none, its words as a note on the whole. */
export function addNote(found: HighlightsByText, html: string, of: SidecarTarget): void {
  const document = pageTree(html)
  const quotes = highlightsIn(document).map(({ quote }) => quote)
  for (const quote of quotes) found.add(of, quote)
  const memo = Array.from(document.body?.children ?? [], ({ textContent }) => (textContent ?? '').trim())
    .filter((each) => each !== '')
    .join('\n\n')
  const whole = { exact: '', prefix: '', suffix: '', start: null, memo, themes: [], coder: '', created: null }
  if (quotes.length === 0 && memo !== '') found.add(of, whole)
}

interface NoteHighlight {
  readonly uris: readonly string[]
  readonly colour: string
  readonly quote: ParsedQuote
}

function highlightsIn(document: Document): NoteHighlight[] {
  const spans = Array.from(document.querySelectorAll('[data-annotation]')).filter(
    (span) => span.tagName !== 'IMG'
  )
  return spans.map((span) => {
    const about = objectOf(decoded(span.getAttribute('data-annotation')))
    return {
      uris: [...urisOf(objectOf(about.citationItem)), textOf(about.attachmentURI)],
      colour: textOf(about.color),
      quote: {
        exact: (span.textContent ?? '').trim().replace(/^[“"«„]|[”"»“]$/gu, ''),
        prefix: '',
        suffix: '',
        start: null,
        memo: commentAfter(span),
        themes: [],
        coder: '',
        created: null
      }
    }
  })
}

/** What stands between a highlight's citation and the next highlight. */
function commentAfter(span: Element): string {
  const parts: string[] = []
  for (let node = span.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 1) {
      const element = node as Element
      if (element.hasAttribute('data-annotation')) break
      if (element.classList.contains('citation')) continue
    }
    parts.push(node.textContent ?? '')
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

function urisOf(item: Json): string[] {
  return Array.isArray(item.uris) ? item.uris.map(textOf).filter(Boolean) : []
}

/** What an attribute holds: JSON with the signs of an address. */
function decoded(attribute: string | null): unknown {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(attribute ?? ''))
    return isObject(value) || Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}
