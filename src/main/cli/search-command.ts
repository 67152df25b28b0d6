import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultContextLength } from '../../shared/concordance/default-settings'
import type { AnsweredLine, ConcordanceLine } from '../../shared/concordance/lines'
import { ExportOptions } from '../../shared/export/export-options'
import { prepareConcordance } from '../export/model/prepare-concordance'
import { ExportsHere } from '../export/writing/exports-here'
import type { Session } from '../project/session'
import { trailOf } from './concordance-options'
import { print, UsageError } from './io'
import { type CommandDesk, withConcordance } from './with-concordance'
import { exporterIn, withProject } from './with-project'

/** So many lines are taken at once. */
const pageLength = 2000

/** Every place where something is said, line by line: as text, as JSON, or as the table that a window exports. */
export async function searchCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sort: { type: 'string' },
      group: { type: 'string' },
      'copies-once': { type: 'boolean', default: false },
      parallel: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false }
    }
  })
  const [folder, query, ...more] = positionals
  if (!folder || !query || more.length > 0) throw new UsageError('search takes a PROJECT and a QUERY')
  const { parallel, csv, json } = values
  if (csv && json) throw new UsageError('search writes either --csv or --json')
  const trail = trailOf(values)
  return withProject(
    resolve(folder),
    (session) =>
      withConcordance(session, query, trail, (desk) =>
        csv
          ? printCsv(session, desk, query, stepsOf(values), parallel)
          : printLines(session, desk, { parallel, json })
      ),
    { readOnly: true }
  )
}

async function printLines(
  session: Session,
  { concordance }: CommandDesk,
  { parallel, json }: { readonly parallel: boolean; readonly json: boolean }
): Promise<void> {
  const { groups, lines: count } = concordance.view()
  const rows: object[] = []
  let group = -1
  for (let from = 0; from < count; from += pageLength) {
    const { lines } = await concordance.page(from, pageLength, defaultContextLength)
    for (const line of lines) {
      const answered = parallel ? await answersOf(concordance, line) : null
      const own = line.group === null ? null : (groups?.[line.group] ?? null)
      if (json) rows.push(rowOf(line, own?.label ?? null, answered))
      else {
        if (own && line.group !== group) print(`# ${own.label || '–'} (${own.count})`)
        group = line.group ?? -1
        print(`${line.document}\t${line.start}\t${line.left}[${line.hit}]${line.right}`)
        for (const answer of answered?.answers ?? []) {
          const title = session.state.documents.get(answer.document)?.title ?? answer.document
          const { said, text } = answer
          print(
            `\t${title}\t${said ? `${text.slice(0, said.start)}[${text.slice(said.start, said.end)}]${text.slice(said.end)}` : text}`
          )
        }
      }
    }
  }
  if (json) print(JSON.stringify(rows, null, 1))
}

async function answersOf(
  concordance: CommandDesk['concordance'],
  line: ConcordanceLine
): Promise<AnsweredLine | null> {
  const { document, start, end } = line
  const [answered] = await concordance.answers([{ document, start, end }], new AbortController().signal)
  return answered ?? null
}

function rowOf(line: ConcordanceLine, group: string | null, answered: AnsweredLine | null): object {
  const { document, start, end, left, hit, right, revision, block, codings } = line
  return {
    ...{ document, start, end, left, hit, right, revision, block },
    ...(group === null ? {} : { group }),
    themes: [...new Set(codings.flatMap(({ themes }) => themes))],
    ...(answered ? { answers: answered.answers } : {})
  }
}

/** The steps that the options mean, in words. */
function stepsOf({
  sort,
  group,
  'copies-once': copiesOnce
}: {
  readonly sort?: string | undefined
  readonly group?: string | undefined
  readonly 'copies-once'?: boolean | undefined
}): string[] {
  return [
    ...(copiesOnce ? ['recycled text once'] : []),
    ...(sort === undefined ? [] : [`order: ${sort}`]),
    ...(group === undefined ? [] : [`group: ${group}`])
  ]
}

/** The very table that a window exports. */
async function printCsv(
  session: Session,
  { concordance, comparison, aligner }: CommandDesk,
  asked: string,
  steps: string[],
  answers: boolean
): Promise<void> {
  const makers = {
    ...{ session, comparison, aligner, coder: exporterIn(session), language: 'en' as const, version: '' },
    concordance: () => concordance
  }
  const request = { of: 'concordance' as const, format: 'csv', options: {}, id: '–', asked, steps, answers }
  const { job, feed } = await prepareConcordance(makers, request, ExportOptions.parse({}))
  const pieces: Uint8Array[] = []
  const side = {
    ...feed,
    piece: async (bytes: Uint8Array) => void pieces.push(bytes),
    file: async () => {},
    print: null
  }
  await new ExportsHere().write(job, side, new AbortController().signal)
  print(Buffer.concat(pieces).toString('utf8'))
}
