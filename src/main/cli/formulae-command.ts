import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { phraseKey } from '../../shared/formulae/phrase-key'
import { type FormulaRow, formulaRows } from './formula-rows'
import { exit, print, UsageError } from './io'
import { withProject } from './with-project'

const json = { json: { type: 'boolean', default: false } } as const

/** The register with what is found in the texts, and what is not decided: one record a formula. */
export async function formulaeCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: json })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('formulae takes one PROJECT')
  return withProject(
    resolve(folder),
    async (session) => {
      const rows = await formulaRows(session, null)
      if (values.json) print(JSON.stringify(rows, null, 1))
      else for (const row of rows) printRow(row)
      return exit.done
    },
    { readOnly: true }
  )
}

/** All renderings of the formula that a phrase is a form or a rendering of. */
export async function renderingsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: json })
  const [folder, phrase, ...more] = positionals
  if (!folder || !phrase || more.length > 0) throw new UsageError('renderings takes a PROJECT and a PHRASE')
  return withProject(
    resolve(folder),
    async (session) => {
      const rows = await formulaRows(session, phraseKey(phrase))
      if (values.json) print(JSON.stringify(rows, null, 1))
      else for (const row of rows) printRow(row)
      return rows.length > 0 ? exit.done : exit.refused
    },
    { readOnly: true }
  )
}

function printRow(row: FormulaRow): void {
  print([row.formula, row.kind, row.status, row.occurrences.length].join('\t'))
  for (const { words, status, score, occurrences } of row.renderings)
    print(['', words, status, score === null ? '' : score.toFixed(2), occurrences.length].join('\t'))
}
