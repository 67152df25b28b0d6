import { parseHTML } from 'linkedom'
import { pathOfConcept } from '../../../shared/interchange/web-annotation/concept'
import { guidIn } from '../../../shared/interchange/web-annotation/names'
import type { QualityMark } from '../../../shared/model/quality'
import { qualityMarks } from '../../../shared/model/quality-marks'
import type { ParsedCode } from '../parsed'
import type { ParsedCoder, ParsedCoding, ParsedQuote } from '../parsed-sidecars'
import { isObject, type Json, listOf, objectOf, textOf, textsIn } from './json'
import { instantOf } from './parse-timestamp'

type Said = Pick<ParsedQuote, 'memo' | 'themes' | 'coder' | 'codings' | 'quality'>

/** What annotations say, read one after another; which themes and people they name is remembered. */
export class AnnotationBodies {
  private readonly codes = new Map<string, ParsedCode>()
  private readonly people = new Map<string, ParsedCoder>()

  /** Tags are themes, marks of the wording are those, everything else is the memo. Of alternatives all are kept. */
  of(annotation: Json): Said {
    const memos: string[] = textsIn(annotation.bodyValue)
    const codings: ParsedCoding[] = []
    const quality: QualityMark[] = []
    const coder = this.peopleIn(annotation.creator)
    const created = instantOf(annotation.created)
    for (const body of partsOf(annotation.body)) {
      if (!isObject(body)) {
        const text = textOf(body)
        if (text !== '') memos.push(text)
        continue
      }
      const purposes = listOf(body.purpose ?? annotation.motivation).map((each) => textOf(each))
      const value = wordsOf(body)
      if (value.trim() === '') continue
      if (purposes.some((each) => /(tagging|classifying|identifying)$/.test(each)))
        codings.push({
          theme: this.pathOf(body) ?? [value.trim()],
          coder: this.peopleIn(body.creator) || coder,
          created: instantOf(body.created) ?? created
        })
      else if (purposes.some((each) => /reviewing$/.test(each)) && isMark(value)) quality.push(value)
      else memos.push(value)
    }
    return {
      memo: memos.join('\n\n'),
      themes: distinct(codings.map(({ theme }) => theme)),
      codings,
      coder,
      ...(quality.length > 0 && { quality: [...new Set(quality)] })
    }
  }

  /** The themes that tags say more of than their name. */
  codebook(): ParsedCode[] {
    return [...this.codes.values()]
  }

  /** The people who have a GUID. */
  coders(): ParsedCoder[] {
    return [...this.people.values()]
  }

  /** The path of the theme that a tag means, where it says so as a concept of SKOS. */
  private pathOf(body: Json): string[] | null {
    const path = pathOfConcept(body['dcterms:subject'])
    if (!path) return null
    const names = path.map(({ name }) => name)
    for (const [at, { guid }] of path.entries()) {
      const own = names.slice(0, at + 1)
      const key = JSON.stringify(own)
      if (!this.codes.has(key))
        this.codes.set(key, { path: own, colour: null, description: '', ...(guid && { guid }) })
    }
    return names
  }

  private peopleIn(creator: unknown): string {
    const people = listOf(creator)
    for (const person of people) {
      const [guid, name] = [guidIn(textOf(objectOf(person).id)), nameOf(person)]
      if (guid && name !== '' && name.length <= 200) this.people.set(guid, { name, guid })
    }
    return textsIn(people.map(nameOf)).join(', ')
  }
}

const deepest = 20
const sets = /(^|[:/#])(Composite|List|Independents|Choice)$/

/** Each thing that is spoken of. Of those put together (a composite, a list, alternatives) each is one. */
export function partsOf(value: unknown, depth = 0): readonly unknown[] {
  return listOf(value).flatMap((each) => {
    const { items, type, '@type': kind } = objectOf(each)
    const isSet = listOf(type ?? kind).some((name) => sets.test(textOf(name)))
    return isSet && items !== undefined && depth <= deepest ? partsOf(items, depth + 1) : [each]
  })
}

/** What a body says, in plain words; Markdown as it was typed. */
function wordsOf(body: Json): string {
  const format = textOf(body.format)
  if (/markdown/.test(format) && typeof body.value === 'string') return body.value
  return plain(textOf(body.value ?? body.label) || sourceOf(body), format)
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

function isMark(value: string): value is QualityMark {
  return qualityMarks.some((mark) => mark === value)
}

function distinct(paths: readonly string[][]): string[][] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()]
}
