import { isShippedStyle } from '../../shared/citation/citation-styles'
import type { RichText } from '../../shared/export/rich-text'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import type { CheckedQuotation, QuotationReport, QuotedPlace } from '../../shared/quotations/quotation-report'
import type { CitationsInput } from '../citation/citation-preview'
import type { OpenedStyles } from '../citation/opened-styles'
import { StyleProblem } from '../citation/style-problem'
import type { WorkPool } from '../workers/work-pool'

/** So many places of a quotation are cited; the others are named by their texts. */
const mostCited = 5

interface CitingParts {
  readonly pool: Pick<WorkPool, 'run'>
  /** Reads the styles that the person has opened. */
  readonly styles: Pick<OpenedStyles, 'xmlOf'>
}

/** A report with the right citation of each place, in a style; its first places alone where there are many. */
export async function citeQuotations(
  { documents }: Pick<ProjectState, 'documents'>,
  { pool, styles }: CitingParts,
  report: QuotationReport,
  { style, language }: Pick<CitationsInput, 'style' | 'language'>
): Promise<Result<QuotationReport>> {
  const passages = report.quotations.flatMap(({ places }) => places.slice(0, mostCited).flatMap(passageOf))
  const ids = new Set(passages.map(({ document }) => document))
  const known = [...ids].flatMap((id) => documents.get(id) ?? [])
  const styleXml = await xmlOf(style, styles)
  if (!styleXml.ok) return styleXml
  const made = await pool.run('citations', {
    style,
    styleXml: styleXml.value,
    language,
    documents: known,
    passages
  })
  if ('problem' in made) return err(made.problem)
  const next = made.cited[Symbol.iterator]()
  const quotations = report.quotations.map((quotation) => withCitations(quotation, next))
  return ok({ ...report, quotations, style })
}

function passageOf({ document, locator, earlier }: QuotedPlace): CitationsInput['passages'][number][] {
  return locator ? [{ document, locator, earlier }] : []
}

function withCitations(quotation: CheckedQuotation, next: Iterator<RichText>): CheckedQuotation {
  const places = quotation.places.map((place, at) =>
    at < mostCited && place.locator ? { ...place, cited: next.next().value ?? [] } : place
  )
  return { ...quotation, places }
}

async function xmlOf(style: string, styles: CitingParts['styles']): Promise<Result<string | null>> {
  if (isShippedStyle(style)) return ok(null)
  try {
    return ok(await styles.xmlOf(style))
  } catch (error) {
    if (error instanceof StyleProblem) return err(error.told)
    return err(appError('NotFound', 'styleUnreadable', { reason: reasonOf(error) }))
  }
}
