import { existsSync } from 'node:fs'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { Trail } from '../../shared/concordance/trail'
import { catalogues } from '../../shared/locales/catalogues'
import { fill } from '../../shared/locales/fill'
import type { Progress } from '../concordance/arrange-lines'
import type { Concordance } from '../concordance/concordance'
import { Concordances } from '../concordance/concordances'
import { hereTextThread } from '../concordance/here-text-thread'
import { TextThread } from '../concordance/text-thread'
import { formulaSpans } from '../formulae/formula-spans'
import { FormulaThread } from '../formulae/formula-thread'
import type { Session } from '../project/session'
import { findCopies } from '../recycled/copies'
import type { Comparison } from '../services/compare'
import { readingOf } from '../services/version'
import { Aligner } from '../workers/aligner'
import { builtFile } from '../workers/built'
import { WorkPool } from '../workers/work-pool'
import { exit, tell } from './io'
import { comparisonWith } from './with-project'

/** What a command works with while a concordance is open. */
export interface CommandDesk {
  readonly concordance: Concordance
  readonly comparison: Comparison
  readonly aligner: Aligner
}

/** Opens a concordance for a command, waits for all of it, and closes it. A query that is none is refused, and says where. */
export async function withConcordance(
  session: Session,
  query: string,
  trail: Trail,
  work: (desk: CommandDesk) => Promise<void>
): Promise<number> {
  const script = builtFile('concordance-thread.js')
  const thread = new TextThread(existsSync(script) ? script : hereTextThread)
  const pool = new WorkPool(builtFile('work-thread.js'))
  const aligner = new Aligner(pool)
  const comparison = comparisonWith(aligner)
  const formulae = new FormulaThread(builtFile('formula-thread.js'))
  const concordances = new Concordances<object>()
  const owner = {}
  try {
    const asked = { query, settings: defaultSettings, trail, first: 0 }
    const parts = {
      session,
      thread,
      comparison,
      aligner,
      formulae: (name: string) => formulaSpans(session, formulae, name),
      copies: (waiting: Progress) => findCopies(readingOf(session), session.folder, formulae, waiting)
    }
    const opened = concordances.open(owner, parts, asked, () => {})
    if (opened.problem) {
      const { code, start, detail } = opened.problem
      const said = fill(catalogues.en.concordance.problems[code], { detail })
      tell(`variorum: ${said}\n  ${query}\n  ${' '.repeat(start)}^`)
      return exit.refused
    }
    const { concordance } = opened
    await concordance.ready(Number.POSITIVE_INFINITY, new AbortController().signal)
    const { stopped, unread } = concordance.view()
    for (const { document, problem } of unread) tell(`variorum: ${document}: ${problem.message}`)
    if (stopped) tell(`variorum: the search was not finished: ${stopped}`)
    await work({ concordance, comparison, aligner })
    return stopped ? exit.refused : exit.done
  } finally {
    concordances.closeAll()
    thread.end()
    formulae.end()
    await pool.close()
  }
}
