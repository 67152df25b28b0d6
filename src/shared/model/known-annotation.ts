import { z } from 'zod'
import { Annotation, type Proposal, type Selector } from './annotation'
import type { Coding } from './coding'
import { isId } from './id-form'
import { qualityMarks } from './quality-marks'
import { textLimits } from './text-limits'

const hash = /^[0-9a-f]{64}$/
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const { pattern: datetime } = z.iso.datetime()._zod.def
/** So many ids and hashes are remembered as sound; thousands of records name the same few. */
const mostRemembered = 2000

/**
 * An annotation that was parsed from JSON, as the schema reads it; null where it is none. Records that hold nothing but known
 * fields with sound values, as the app itself writes them, are told by plain comparisons in a tenth of the schema's time; all
 * others are the schema's to judge. A property test holds both alike.
 */
export function annotationOf(value: unknown): Annotation | null {
  const plain = plainAnnotation(value)
  if (plain) return plain
  const read = Annotation.safeParse(value)
  return read.success ? read.data : null
}

/** The record with its fields in the schema's order; null where only the schema can tell. */
export function plainAnnotation(value: unknown): Annotation | null {
  if (!isRecord(value)) return null
  const { id, document, coder, created, modified, proposal, codings, quality, memo, parallel } = value
  const selector = plainSelector(value.selector)
  const placed = proposal === null ? null : plainProposal(proposal)
  const coded = plainCodings(codings)
  const hasGuid = 'guid' in value
  const isSound =
    fieldsOf(value) === (hasGuid ? 12 : 11) &&
    typeof id === 'string' &&
    isId(id) &&
    isKnownId(document) &&
    isKnownId(coder) &&
    isDate(created) &&
    isDate(modified) &&
    selector !== null &&
    (placed !== null || proposal === null) &&
    coded !== null &&
    areMarks(quality) &&
    isText(memo, textLimits.memo) &&
    (parallel === null || isKnownId(parallel)) &&
    (!hasGuid || matches(value.guid, guid))
  if (!isSound) return null
  const made = { id, document, coder, created, modified, selector, proposal: placed, codings: coded }
  const whole = { ...made, quality, memo, parallel }
  return (hasGuid ? { ...whole, guid: value.guid } : whole) as Annotation
}

function plainSelector(value: unknown): Selector | null {
  if (!isRecord(value)) return null
  const { revision, start, end, exact, prefix, suffix, occurrence } = value
  const hasOccurrence = 'occurrence' in value
  const isSound =
    fieldsOf(value) === (hasOccurrence ? 7 : 6) &&
    isHash(revision) &&
    isCount(start) &&
    isCount(end) &&
    typeof exact === 'string' &&
    exact.length > 0 &&
    end - start === exact.length &&
    isText(prefix, 64) &&
    isText(suffix, 64)
  if (!isSound) return null
  const whole = { revision, start, end, exact, prefix, suffix }
  if (!hasOccurrence) return whole as Selector
  if (!isRecord(occurrence)) return null
  const { number, of } = occurrence
  const isPlace = fieldsOf(occurrence) === 2 && isCount(number) && isCount(of) && number >= 1 && number <= of
  return isPlace ? ({ ...whole, occurrence: { number, of } } as Selector) : null
}

function plainProposal(value: unknown): Proposal | null {
  if (!isRecord(value)) return null
  const { revision, start, end, confidence } = value
  const isSound =
    fieldsOf(value) === 4 &&
    isHash(revision) &&
    isCount(start) &&
    isCount(end) &&
    typeof confidence === 'number' &&
    confidence >= 0 &&
    confidence <= 1
  return isSound ? ({ revision, start, end, confidence } as Proposal) : null
}

function plainCodings(value: unknown): Coding[] | null {
  if (!Array.isArray(value)) return null
  const codings: Coding[] = []
  for (const each of value as unknown[]) {
    if (!isRecord(each) || fieldsOf(each) !== 3) return null
    const { theme, coder, created } = each
    if (!isKnownId(theme) || !isKnownId(coder) || !isDate(created)) return null
    if (codings.some((other) => other.theme === theme && other.coder === coder)) return null
    codings.push({ theme, coder, created } as Coding)
  }
  return codings
}

function areMarks(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((each, at) => qualityMarks.includes(each) && value.indexOf(each) === at)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How many fields a record has; of what JSON makes, all are its own. */
function fieldsOf(record: Record<string, unknown>): number {
  let fields = 0
  for (const _ in record) fields++
  return fields
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isDate(value: unknown): boolean {
  return matches(value, datetime)
}

function matches(value: unknown, pattern: RegExp | undefined): boolean {
  return typeof value === 'string' && pattern?.test(value) === true
}

/** A test whose latest positive answers are remembered. */
function remembering(test: (text: string) => boolean): (value: unknown) => boolean {
  const sound = new Set<string>()
  return (value) => {
    if (typeof value !== 'string') return false
    if (sound.has(value)) return true
    if (!test(value)) return false
    if (sound.size >= mostRemembered) sound.clear()
    sound.add(value)
    return true
  }
}

const isKnownId = remembering(isId)
const isHash = remembering((text) => hash.test(text))
