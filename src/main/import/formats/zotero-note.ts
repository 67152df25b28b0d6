import { parseHTML } from 'linkedom'
import type { RawFile } from '../parsed'
import type { SpokenOf } from '../parsed-companions'
import { ColourThemes } from './colour-themes'
import { HighlightsByText } from './highlights'
import { isObject, type Json, objectOf, objectsIn, textOf } from './json'

/** Whether a page is a note of Zotero with highlights in it. */
export function isZoteroNote(source: string): boolean {
  return /data-annotation\s*=/.test(source) && /data-(citation-items|schema-version)\s*=/.test(source)
}

/**
 * A note of Zotero, as "Add note from annotations" makes it and exports it: each highlight is a span that knows its
 * item; what follows it in its paragraph, after the citation, is the comment.
 */
export function readZoteroNote(source: string): RawFile {
  const { document } = parseHTML(source)
  const items = new Map<string, Json>()
  for (const holder of document.querySelectorAll('[data-citation-items]'))
    for (const item of objectsIn(decoded(holder.getAttribute('data-citation-items'))))
      for (const uri of urisOf(item)) items.set(uri, objectOf(item.itemData))
  const spans = Array.from(document.querySelectorAll('[data-annotation]')).filter(
    (span) => span.tagName !== 'IMG'
  )
  const colours = new ColourThemes(
    spans.map((span) => textOf(objectOf(decoded(span.getAttribute('data-annotation'))).color))
  )
  const found = new HighlightsByText(colours.codebook)
  for (const span of spans) {
    const about = objectOf(decoded(span.getAttribute('data-annotation')))
    const uris = [...urisOf(objectOf(about.citationItem)), textOf(about.attachmentURI)]
    const item = objectOf(uris.flatMap((uri) => items.get(uri) ?? [])[0])
    const of: SpokenOf = { title: textOf(item.title), doi: textOf(item.DOI), source: textOf(item.URL) }
    found.add(of, {
      exact: (span.textContent ?? '').trim().replace(/^[“"«„]|[”"»“]$/gu, ''),
      prefix: '',
      suffix: '',
      start: null,
      memo: commentAfter(span),
      themes: colours.theme(textOf(about.color)),
      coder: ''
    })
  }
  return found.file()
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
