import { type KnownDate, type Metadata, Original } from '../../../shared/model/document'
import type { ImportField } from '../../../shared/model/import-warning'
import { languageTag, metadataLimits } from '../../../shared/model/metadata-limits'
import { isRealDate } from '../../../shared/model/real-date'
import { Fitter, startOf } from './fitter'

const wholeLines = ['title', 'publisher', 'source', 'credit'] as const
type Line = (typeof wholeLines)[number]

/** What is known of a text, as a document has it, without what needs no fitting. */
export type Facts = Omit<Metadata, 'works' | 'csl' | 'proposed'>

/**
 * Metadata within its bounds. A line that was cut is kept whole as an attribute, where it is not too long for that
 * either; without a title a text is called by `fallback`.
 */
export function fitMetadata<T extends Facts>(fit: Fitter, own: T, fallback: string): T {
  const lineOf = (field: Line) => fit.line(field, own[field], metadataLimits[field])
  const fitted = {
    title: lineOf('title'),
    publisher: lineOf('publisher'),
    source: lineOf('source'),
    credit: lineOf('credit')
  }
  const attributes = { ...wholeOf(own, fitted), ...own.attributes }
  return {
    ...own,
    ...fitted,
    title: fitted.title.trim() === '' ? titleFrom(fallback) : fitted.title,
    language: fitLanguage(fit, own.language),
    published: fitDate(fit, own.published),
    event: fitDate(fit, own.event),
    notes: fit.prose('notes', own.notes, metadataLimits.notes),
    attributes: fitAttributes(fit, attributes)
  }
}

/** The lines that were cut, whole, by the names of attributes. */
export function wholeOf(
  before: Readonly<Partial<Record<Line, string>>>,
  after: Readonly<Partial<Record<Line, string>>>
): Record<string, string> {
  const whole = wholeLines.flatMap((field) => {
    const own = after[field] === undefined ? '' : (before[field] ?? '')
    return own.length > metadataLimits[field] && own.length <= metadataLimits.attributeValue
      ? [[`${field} (whole)`, own] as const]
      : []
  })
  return Object.fromEntries(whole)
}

function titleFrom(fallback: string): string {
  const own = new Fitter().line('title', fallback, metadataLimits.title)
  return own.trim() === '' ? '–' : own
}

/** The longest beginning of a language tag that is one; `und` where there is none. */
function fitLanguage(fit: Fitter, tag: string): string {
  if (languageTag.test(tag)) return tag
  fit.tellChanged('language', tag)
  const parts = tag.split('-')
  while (parts.length > 0 && !languageTag.test(parts.join('-'))) parts.pop()
  return parts.join('-') || 'und'
}

/** A date that the calendar has; else null. There is no year 0. */
function fitDate(fit: Fitter, known: KnownDate | null): KnownDate | null {
  if (known === null || isRealDate(known.date)) return known
  fit.tellChanged('date', known.date)
  return null
}

/** Attributes with names that can be kept, none of them twice. */
export function fitAttributes(
  fit: Fitter,
  own: Readonly<Record<string, string>>,
  field: ImportField = 'attributes'
): Record<string, string> {
  const fitted = new Map<string, string>()
  for (const [given, value] of Object.entries(own)) {
    const name = nameOf(fit, given, field)
    if (name !== given) fit.tellChanged(field, given)
    fitted.set(distinct(name, fitted), fit.prose(field, value, metadataLimits.attributeValue))
  }
  return Object.fromEntries(fitted)
}

function nameOf(fit: Fitter, given: string, field: ImportField): string {
  const name = fit.name(field, given, metadataLimits.attributeName)
  if (name.trim() === '') return '–'
  // The one name that no plain record can hold.
  return name === '__proto__' ? 'proto' : name
}

function distinct(name: string, taken: ReadonlyMap<string, unknown>): string {
  let own = name
  for (let n = 2; taken.has(own); n++) own = `${startOf(name, metadataLimits.attributeName - 8)} (${n})`
  return own
}

const nameLimit = Original.shape.name.maxLength ?? 0
const encodingLimit = Original.shape.encoding.maxLength ?? 0

/** What a file is called, and what kind it says it is: letters and digits, or nothing. */
export function fitFileName(
  fit: Fitter,
  name: string,
  extension: string
): { name: string; extension: string } {
  return {
    name: fit.name('fileName', name, nameLimit),
    extension: /^[a-z0-9]{0,10}$/.test(extension) ? extension : ''
  }
}

/** An encoding by its plain name: decoders pass over signs in one, so that a file may declare any number of them. */
export function fitEncoding(encoding: string): string {
  if (/^[\w.:-]*$/.test(encoding) && !/[-_.:]{2}|[-_.:]$/.test(encoding) && encoding.length <= encodingLimit)
    return encoding
  const parts = encoding.split(/[^A-Za-z0-9]+/).filter(Boolean)
  const tidy = parts.join('-')
  return (tidy.length <= encodingLimit ? tidy : parts.join('')).slice(0, encodingLimit)
}
