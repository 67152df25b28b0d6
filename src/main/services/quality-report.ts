import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { disagreements } from '../../shared/alignment/words/disagreements'
import type { FormulaePlaced } from '../../shared/formulae/formula-answers'
import type { FindingKind, QualityFinding, QualityReport } from '../../shared/ipc/quality-answers'
import type { Annotation } from '../../shared/model/annotation'
import { appError } from '../../shared/model/app-error'
import type { VariorumDocument } from '../../shared/model/document'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import type { DocumentId, FormulaId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { FindingKey } from '../../shared/model/quality-finding'
import { err, ok, type Result } from '../../shared/model/result'
import type { Comparison } from './compare'
import { isAnchoredInCurrentRevision } from './texts'
import type { Reading, Version } from './version'
import { othersOf } from './versions-of-works'

/** Other work goes on after so many rows. */
const rowsPerTurn = 40

/** UTF-16 offsets of a text. */
interface Place {
  readonly start: number
  readonly end: number
}

interface Parts {
  readonly reading: Reading
  readonly comparison: Comparison
  /** Where formulae stand in some texts. */
  readonly formulae: (ids: readonly DocumentId[]) => Promise<readonly FormulaePlaced[]>
  readonly signal: AbortSignal
}

/**
 * What is found in the wording of a version: what was marked by hand, and, held against its source (without one, against its first
 * other version), figures and names that stand on one side alone, sentences that are left out, and formulae that nothing accepted
 * renders. A finding says no more than that: whether it is a fault a person decides.
 */
export async function qualityReport(parts: Parts, id: DocumentId): Promise<Result<QualityReport>> {
  const { reading, comparison, signal } = parts
  const document = reading.state.documents.get(id)
  if (!document) return err(appError('NotFound', 'documentMissing', { name: id }))
  const byHand = await marksOf(reading, document)
  const others = othersOf(reading.state, document)
  const against = others.find(({ rendering }) => rendering === 'source') ?? others[0]
  if (!against) return ok({ document: id, against: null, findings: byHand })
  const compared = await comparison.rows(reading, [against.id, id])
  if (!compared.ok) return compared
  const [other, own] = compared.value.versions
  if (!other || !own) return err(appError('Invalid', 'notAVersion'))
  const placed = new Map((await parts.formulae([against.id, id])).map((each) => [each.document, each.places]))
  const findings: QualityFinding[] = []
  let last: Span | null = null
  for (const [at, row] of compared.value.rows.entries()) {
    if (at % rowsPerTurn === 0) {
      await nextTurn()
      signal.throwIfAborted()
    }
    const [there = [], here = []] = row.cells
    const pair: Pair = { other, own, there, here, before: last }
    if (here.length === 0) findings.push(...leftOut(pair))
    else if (there.length > 0) {
      findings.push(...atOdds(pair))
      findings.push(
        ...unrendered(pair, placed.get(against.id) ?? [], placed.get(id) ?? [], reading.state.info.formulae)
      )
    }
    last = here.at(-1) ?? last
  }
  const all = [...byHand, ...findings].sort((a, b) => a.start - b.start || a.end - b.end)
  return ok({ document: id, against: against.id, findings: onceEach(all) })
}

interface Pair {
  readonly other: Version
  readonly own: Version
  readonly there: readonly Span[]
  readonly here: readonly Span[]
  /** The last sentence of this version before the row. */
  readonly before: Span | null
}

const said = ({ text }: Version, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ')

async function marksOf({ state }: Reading, document: VariorumDocument): Promise<QualityFinding[]> {
  await state.annotations.prepare(document.id)
  const own = [...(state.annotations.get(document.id)?.values() ?? [])]
  return own
    .filter((each: Annotation) => each.quality.length > 0 && isAnchoredInCurrentRevision(state, each))
    .map(({ id, selector, quality }): QualityFinding => {
      const { start, end, exact } = selector
      return {
        ...finding(document.id, 'hand', { start, end }, exact, [id]),
        says: exact,
        marks: quality,
        annotation: id
      }
    })
}

function leftOut(pair: Pair): QualityFinding[] {
  const words = said(pair.other, pair.there)
  const at = pair.before?.end ?? 0
  return words.trim() === ''
    ? []
    : [
        {
          ...finding(pair.own.document.id, 'leftOut', { start: at, end: at }, words, [words]),
          other: words,
          isMissing: true
        }
      ]
}

function atOdds(pair: Pair): QualityFinding[] {
  const { own, other, here, there } = pair
  const [says, otherSays] = [said(own, here), said(other, there)]
  const found = disagreements(otherSays, other.document.language, says, own.document.language)
  return found.map(({ kind, side, text, at }) => {
    const isMissing = side === 'a'
    const place = isMissing ? hull(here) : (placeIn(here, at) ?? hull(here))
    return {
      ...finding(own.document.id, kind, place, text, [side, says, otherSays, String(at.start)]),
      isMissing,
      says,
      other: otherSays
    }
  })
}

/** Formulae of the other version of which no accepted rendering stands in the sentences that are linked. */
function unrendered(
  pair: Pair,
  placesThere: FormulaePlaced['places'],
  placesHere: FormulaePlaced['places'],
  formulae: Readonly<Record<FormulaId, Formula>>
): QualityFinding[] {
  const { own, other, here, there } = pair
  const within = (spans: readonly Span[], places: FormulaePlaced['places']) =>
    places.filter((each) => spans.some(({ start, end }) => each.start >= start && each.end <= end))
  const rendered = new Set(within(here, placesHere).map(({ formula }) => formula))
  const language = baseOf(own.document.language)
  return within(there, placesThere).flatMap(({ formula: id, start, end }): QualityFinding[] => {
    const formula = formulae[id]
    const isKnown =
      formula !== undefined &&
      Object.values<FormulaRendering>(formula.renderings).some(
        (each) => each.status === 'accepted' && baseOf(each.language) === language
      )
    if (!formula || !isKnown || rendered.has(id)) return []
    const [says, otherSays] = [said(own, here), said(other, there)]
    return [
      {
        ...finding(own.document.id, 'formula', hull(here), formulaName(formula), [id, says, otherSays]),
        words: other.text.slice(start, end),
        isMissing: true,
        says,
        other: otherSays,
        formula: id
      }
    ]
  })
}

function finding(
  document: DocumentId,
  kind: FindingKind,
  { start, end }: Place,
  words: string,
  seen: readonly string[]
): QualityFinding {
  const sum = createHash('sha256')
    .update([words, ...seen].join('\n'))
    .digest('hex')
    .slice(0, 16)
  return {
    key: `${document}.${kind}.${sum}` as FindingKey,
    kind,
    start,
    end,
    words,
    isMissing: false,
    says: '',
    other: '',
    marks: [],
    annotation: null,
    formula: null
  }
}

/** The place in the text of a stretch of sentences that were joined by a space. */
function placeIn(spans: readonly Span[], at: Span): Place | null {
  let from = 0
  for (const each of spans) {
    const length = each.end - each.start
    if (at.start >= from && at.end <= from + length)
      return { start: each.start + at.start - from, end: each.start + at.end - from }
    from += length + 1
  }
  return null
}

function hull(spans: readonly Span[]): Place {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end))
  }
}

function onceEach(all: readonly QualityFinding[]): QualityFinding[] {
  return [...new Map(all.map((each) => [each.key, each])).values()]
}

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}
