import type { StatedMetadata } from '../../parsed'

const articles = /Article|Posting|Report|WebPage|CreativeWork|Book|Thing/i

/** What a page says of itself in JSON-LD (schema.org): of the first thing in it that is an article. */
export function statedInJsonLd(document: Document): StatedMetadata {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = things(read(script.textContent ?? '')).find((each) =>
      articles.test(String(each['@type'] ?? ''))
    )
    if (found) return statedOf(found)
  }
  return {}
}

type Thing = Readonly<Record<string, unknown>>

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The things in a document: itself, those of a list, those of its graph. */
function things(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap(things)
  if (typeof value !== 'object' || value === null) return []
  const thing = value as Thing
  return [thing, ...things(thing['@graph'])]
}

function statedOf(thing: Thing): StatedMetadata {
  const fields: Record<keyof StatedMetadata, string> = {
    title: said(thing.headline) || said(thing.name),
    language: said(thing.inLanguage),
    published: said(thing.datePublished),
    author: said(thing.author),
    publisher: said(thing.publisher),
    source: said(thing.url)
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** A value as words: itself, its name, or those of its parts. */
function said(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(said).filter(Boolean).slice(0, 20).join(', ')
  return typeof value === 'object' && value !== null ? said((value as Thing).name) : ''
}
