import {
  CslDate,
  CslName,
  type CslNameField,
  CslRecord,
  type CslTextField
} from '../../../../shared/model/csl-record'
import { Fitter } from '../../fit/fitter'
import { type Json, listOf, objectOf, objectsIn, textOf } from '../json'

/** In UTF-16 code units; as `CslRecord` has it. */
const longestField = 2000
const mostNames = 200

const nameFields: readonly CslNameField[] = ['author', 'editor', 'translator', 'original-author']
const textFields: readonly CslTextField[] = [
  'original-title',
  'original-publisher',
  'container-title',
  'collection-title',
  'publisher-place',
  'genre',
  'edition',
  'volume',
  'issue',
  'number',
  'page',
  'archive',
  'archive_location',
  'DOI',
  'ISBN',
  'ISSN',
  'URL'
]
const partsOfNames = [
  'family',
  'given',
  'non-dropping-particle',
  'dropping-particle',
  'suffix',
  'literal'
] as const

/**
 * The bibliographic record of an item in CSL-JSON, as far as it holds what a record can hold: nothing here throws, and
 * what is too long is cut.
 */
export function recordOf(item: Json): CslRecord {
  const fit = new Fitter()
  const line = (value: unknown) => fit.line('reference', plain(textOf(value)), longestField)
  const texts = textFields.flatMap((field) => {
    const own = line(item[field])
    return own === '' ? [] : [[field, field === 'page' ? rangeOf(own) : own] as const]
  })
  const names = nameFields.flatMap((field) => {
    const own = objectsIn(item[field])
      .slice(0, mostNames)
      .flatMap((name) => nameOf(name, line) ?? [])
    return own.length > 0 ? [[field, own] as const] : []
  })
  const dates = (['accessed', 'original-date'] as const).flatMap((field) => {
    const own = cslDateOf(item[field])
    return own ? [[field, own] as const] : []
  })
  const type = textOf(item.type)
  const record = {
    ...(/^[a-z][a-z_-]{0,40}$/.test(type) ? { type } : {}),
    ...Object.fromEntries([...texts, ...names, ...dates])
  }
  const parsed = CslRecord.safeParse(record)
  return parsed.success ? parsed.data : {}
}

/** Names as they were written, each whole: parts of names are nobody's to guess. */
export function literalNames(line: string): CslName[] {
  const fit = new Fitter()
  const parts = line.split(/[;；]/).flatMap((each) => each.trim() || [])
  return parts
    .slice(0, mostNames)
    .map((each) => ({ literal: fit.line('author', each, longestField) }))
    .filter(({ literal }) => literal !== '')
}

function nameOf(name: Json, line: (value: unknown) => string): CslName | null {
  const whole = line(name.literal)
  const parts = whole === '' ? partsOfNames.filter((each) => each !== 'literal') : (['literal'] as const)
  const own = parts.flatMap((part) => {
    const text = line(name[part])
    return text === '' ? [] : [[part, text] as const]
  })
  const parsed = CslName.safeParse(Object.fromEntries(own))
  return parsed.success ? parsed.data : null
}

/** A date of CSL-JSON, or one that was written as `2020-03-05`. */
function cslDateOf(value: unknown): CslDate | null {
  const { 'date-parts': parts, raw, literal } = objectOf(value)
  const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/.exec(textOf(raw ?? literal ?? value))
  const given = parts ?? (written ? [written.slice(1).filter((each) => each !== undefined)] : null)
  const numbers = listOf(given).map((each) =>
    listOf(each)
      .map((part) => Number(textOf(part)))
      .filter((part) => Number.isInteger(part) && part !== 0)
  )
  const parsed = CslDate.safeParse({ 'date-parts': numbers.filter((each) => each.length > 0) })
  return parsed.success ? parsed.data : null
}

/** However a format writes a range of pages: the same reference out of two of them says the same. */
function rangeOf(pages: string): string {
  return pages.replace(/(?<!\s)\s*[-–—]+\s*/g, '–')
}

/** Titles may hold markup of their own for italics and the like. */
export function plain(text: string): string {
  return text.replace(/<\/?(?:i|b|sup|sub|sc|span)>|<span (?:class|style)="[^"<>]*">/gi, '')
}
