import type { ConcordanceLine } from '../../../shared/concordance/lines'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import { catalogues } from '../../../shared/locales/catalogues'
import { appError } from '../../../shared/model/app-error'
import type { DocumentId } from '../../../shared/model/ids'
import type { Concordance } from '../../concordance/concordance'
import { ExportProblem } from '../export-problem'
import type { ConcordanceRow } from '../format'
import { type Moment, momentOf, referencesTo, titlePage } from './moment'
import { feedOf, languageOf, type Makers, type Prepared } from './prepared'

type LinesRequest = Extract<ExportRequest, { readonly of: 'concordance' }>

/** How much context a line is written with on each side, in UTF-16 code units. */
const contextLength = 160
/** So many lines are taken at once. */
const pageLength = 1000
/** So many lines are asked at once for what answers them. */
const answersAtOnce = 50

/** The lines of an open concordance, in the order and groups of the moment, with the trail that led to them. */
export async function prepareConcordance(
  makers: Makers,
  request: LinesRequest,
  options: ExportOptions,
  most = Number.POSITIVE_INFINITY
): Promise<Prepared<'concordance'>> {
  const concordance = makers.concordance?.(request.id)
  if (!concordance) throw new ExportProblem(appError('NotFound', 'concordanceGone'))
  const language = languageOf(options, makers)
  const moment = momentOf(makers.session)
  const { groups, lines: count } = concordance.view()
  const lines = await linesOf(concordance, Math.min(count, most), makers)
  const answers = request.answers ? await answersOf(concordance, lines, makers) : []
  const rows: ConcordanceRow[] = []
  for (const [at, own] of lines.entries()) {
    const { document, start, end, left, hit, right, codings } = own
    rows.push({
      ...{ line: at + 1, document, start, end, left, hit, right },
      group: own.group === null ? '' : (groups?.[own.group]?.label ?? ''),
      paragraph: await paragraphOf(moment, own),
      themes: [...new Set(codings.flatMap(({ themes }) => themes))],
      answers: answers[at] ?? []
    })
  }
  const title = catalogues[language].chosen.concordance.replace('{{query}}', () => request.asked)
  const named = rows.flatMap(({ document, answers: own }): DocumentId[] => [
    document,
    ...own.map((each) => each.document)
  ])
  return {
    name: title,
    count,
    job: {
      ...{ of: 'concordance', format: request.format, options },
      head: {
        ...referencesTo(moment, named),
        page: titlePage(moment, { title, version: makers.version, chosenBy: request.asked }),
        ...{ language, steps: request.steps, rows, isGrouped: groups !== null },
        mostAnswers: Math.max(0, ...new Set(rows.map((row) => row.answers.length)))
      }
    },
    feed: feedOf(moment)
  }
}

async function linesOf(
  concordance: Concordance,
  most: number,
  { making }: Makers
): Promise<ConcordanceLine[]> {
  const lines: ConcordanceLine[] = []
  while (lines.length < most) {
    making?.signal?.throwIfAborted()
    const page = await concordance.page(
      lines.length,
      Math.min(pageLength, most - lines.length),
      contextLength
    )
    if (page.lines.length === 0) break
    lines.push(...page.lines)
    making?.progress?.(lines.length, most)
  }
  return lines
}

async function answersOf(
  concordance: Concordance,
  lines: readonly ConcordanceLine[],
  { making }: Makers
): Promise<ConcordanceRow['answers'][]> {
  const found: ConcordanceRow['answers'][] = []
  const signal = making?.signal ?? new AbortController().signal
  for (let at = 0; at < lines.length; at += answersAtOnce) {
    making?.progress?.(at, lines.length)
    const names = lines
      .slice(at, at + answersAtOnce)
      .map(({ document, start, end }) => ({ document, start, end }))
    for (const { answers } of await concordance.answers(names, signal))
      found.push(answers.map(({ document, text, said }) => ({ document, text, said })))
  }
  return found
}

async function paragraphOf(
  { contents }: Moment,
  { revision, block }: ConcordanceLine
): Promise<number | null> {
  const text = await contents.text(revision)
  return text.ok ? (text.value.blocks[block]?.number ?? null) : null
}
