import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CollocateRow } from '../../shared/concordance/statistics'
import { csvFile } from '../export/csv-file'
import { print, UsageError } from './io'
import { withConcordance } from './with-concordance'
import { withProject } from './with-project'

const measures = ['logDice', 'logLikelihood', 'mi', 'mi3', 'observed'] as const
const columns = [
  ...['form', 'observed', 'left', 'right', 'frequency', 'expected', 'documents'],
  ...['logDice', 'logLikelihood', 'mi', 'mi3']
] as const satisfies readonly (keyof CollocateRow)[]

/** The words that go with what is looked for, the strongest first. */
export async function collocatesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      left: { type: 'string', default: '5' },
      right: { type: 'string', default: '5' },
      by: { type: 'string', default: 'logDice' },
      least: { type: 'string', default: '2' },
      most: { type: 'string', default: '100' },
      csv: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false }
    }
  })
  const [folder, query, ...more] = positionals
  if (!folder || !query || more.length > 0) throw new UsageError('collocates takes a PROJECT and a QUERY')
  const by = measures.find((each) => each === values.by)
  if (!by) throw new UsageError(`--by takes ${measures.join(', ')}`)
  const [left, right] = [whole('left', values.left, 0, 20), whole('right', values.right, 0, 20)]
  const [least, count] = [whole('least', values.least, 1, 1000), whole('most', values.most, 1, 100_000)]
  const { csv, json } = values
  return withProject(
    resolve(folder),
    (session) =>
      withConcordance(session, query, [], async ({ concordance }) => {
        const found = await concordance.collocates({ left, right, by, least, from: 0, count })
        if (json) print(JSON.stringify(found, null, 1))
        else if (csv)
          print(
            csvFile(
              columns,
              found.rows.map((row) => columns.map((name) => row[name]))
            )
          )
        else for (const row of found.rows) print(`${row.form}\t${row.observed}\t${row[by].toFixed(2)}`)
      }),
    { readOnly: true }
  )
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}`)
}
