import { parseHTML } from 'linkedom'
import type { RawFile } from '../parsed'
import type { ParsedQuote } from '../parsed-sidecars'
import { HighlightsByText } from './highlights'
import { isObject, type Json, listOf, objectOf, objectsIn, textOf, textsIn } from './json'
import { instantOf } from './parse-timestamp'
import { selectedBy } from './selectors'

/**
 * Web Annotations (W3C Recommendation of 2017): one, a page, or a collection. A target is found again by the words or the
 * position that its selectors state; what has neither is counted.
 */
export function readWebAnnotations(whole: unknown): RawFile {
  const found = new HighlightsByText()
  for (const annotation of annotationsIn(whole, 0)) {
    const about = bodyOf(annotation)
    const coder = textsIn(listOf(annotation.creator).map(nameOf)).join(', ')
    for (const target of targetsIn(annotation.target, 0)) {
      const own = objectOf(target)
      const source = own.source ?? target
      const of = {
        title: textOf(objectOf(source).title ?? objectOf(source)['dcterms:title'] ?? own.title),
        doi: '',
        source: typeof source === 'string' ? source : textOf(objectOf(source).id ?? objectOf(source)['@id'])
      }
      const isWhole = objectsIn(own.selector).length === 0
      const selected = isWhole ? selectedBy(fragmentOf(of.source)) : selectedBy(own.selector)
      if (!isWhole && !selected) found.leftOut++
      else
        found.add(of, {
          ...(selected ?? { exact: '', prefix: '', suffix: '', start: null }),
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

/** Each thing that is spoken of. Of those put together (a composite, a list, alternatives) each is one. */
function targetsIn(value: unknown, depth: number): readonly unknown[] {
  return listOf(value).flatMap((each) => {
    const { items, type, '@type': kind } = objectOf(each)
    const isSet = listOf(type ?? kind).some((name) => sets.test(textOf(name)))
    return isSet && items !== undefined && depth <= deepest ? targetsIn(items, depth + 1) : [each]
  })
}

const sets = /(^|[:/#])(Composite|List|Independents|Choice)$/

/** An address may itself say which part of a page is meant. */
function fragmentOf(source: string): unknown {
  const [, value] = /#(.*(?:char=|:~:text=).*)$/.exec(source) ?? []
  return value === undefined ? [] : { type: 'FragmentSelector', value }
}

/** What an annotation says: tags are themes, everything else its memo. Of alternatives all are kept. */
function bodyOf(annotation: Json): Pick<ParsedQuote, 'memo' | 'themes'> {
  const memos: string[] = textsIn(annotation.bodyValue)
  const themes: string[][] = []
  for (const body of targetsIn(annotation.body, 0)) {
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
