import { parseHTML } from 'linkedom'
import type { RawFile } from '../parsed'
import type { ParsedQuote } from '../parsed-companions'
import { HighlightsByText } from './highlights'
import { instantOf } from './instant'
import { isObject, type Json, listOf, objectOf, objectsIn, textOf, textsIn } from './json'

/**
 * Web Annotations (W3C Recommendation of 2017): one, a page, or a collection. A target is found again by its quote
 * selector; what has a position only cannot be quoted, and is counted.
 */
export function readWebAnnotations(whole: unknown): RawFile {
  const found = new HighlightsByText()
  for (const annotation of annotationsIn(whole, 0)) {
    const about = bodyOf(annotation)
    const coder = textsIn(listOf(annotation.creator).map(nameOf)).join(', ')
    for (const target of listOf(annotation.target)) {
      const own = objectOf(target)
      const source = own.source ?? target
      const of = {
        title: textOf(objectOf(source).title ?? objectOf(source)['dcterms:title'] ?? own.title),
        doi: '',
        source: typeof source === 'string' ? source : textOf(objectOf(source).id ?? objectOf(source)['@id'])
      }
      const selectors = selectorsIn(own.selector, 0)
      const quote = selectors.find((each) => isOf(each, 'TextQuoteSelector'))
      const position = selectors.find((each) => isOf(each, 'TextPositionSelector'))
      if (selectors.length > 0 && !quote) found.leftOut++
      else
        found.add(of, {
          ...quoteOf(quote, position),
          ...about,
          coder,
          created: instantOf(annotation.created)
        })
    }
  }
  return found.file()
}

const deepest = 20

function annotationsIn(value: unknown, depth: number): Json[] {
  return objectsIn(value).flatMap((item) => {
    if ('target' in item || depth > deepest) return [item]
    return [item.items, item.first, item['@graph']].flatMap((each) => annotationsIn(each, depth + 1))
  })
}

/** Every selector, those that refine another before it, the likeliest to hold words first. */
function selectorsIn(value: unknown, depth: number): Json[] {
  if (depth > deepest) return []
  return objectsIn(value).flatMap((each) => [...selectorsIn(each.refinedBy, depth + 1), each])
}

function isOf(item: Json, kind: string): boolean {
  return listOf(item.type ?? item['@type']).some((each) => textOf(each).endsWith(kind))
}

function quoteOf(
  quote: Json | undefined,
  position: Json | undefined
): Pick<ParsedQuote, 'exact' | 'prefix' | 'suffix' | 'start'> {
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  const start = position && typeof position.start === 'number' && position.start >= 0 ? position.start : null
  return { exact: words(quote?.exact), prefix: words(quote?.prefix), suffix: words(quote?.suffix), start }
}

/** What an annotation says: tags are themes, everything else its memo. */
function bodyOf(annotation: Json): Pick<ParsedQuote, 'memo' | 'themes'> {
  const memos: string[] = textsIn(annotation.bodyValue)
  const themes: string[][] = []
  for (const body of listOf(annotation.body)) {
    if (!isObject(body)) {
      const text = textOf(body)
      if (text !== '') memos.push(text)
      continue
    }
    const purposes = listOf(body.purpose ?? annotation.motivation).map((each) => textOf(each))
    const value = plain(textOf(body.value ?? body.label) || sourceOf(body), textOf(body.format))
    if (value === '') continue
    if (purposes.some((each) => /(tagging|classifying|identifying)$/.test(each))) themes.push([value])
    else memos.push(value)
  }
  return { memo: memos.join('\n\n'), themes }
}

function sourceOf(body: Json): string {
  const { source } = body
  return typeof source === 'string'
    ? source
    : textOf(objectOf(source).label ?? objectOf(source).id ?? body.id)
}

function plain(value: string, format: string): string {
  if (!/html/.test(format)) return value
  return (parseHTML(`<html><body>${value}</body></html>`).document.body.textContent ?? '').trim()
}

function nameOf(person: unknown): string {
  if (!isObject(person)) return textOf(person).split('/').at(-1) ?? ''
  return textOf(person.name ?? person.nickname ?? person.id)
}
