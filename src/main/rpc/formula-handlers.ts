import type { Candidate } from '../../shared/formulae/candidate'
import { proposedFrom } from '../../shared/formulae/evidence'
import type { CandidateEntry, ProposedRendering } from '../../shared/formulae/formula-answers'
import type { RegisterFile } from '../../shared/formulae/register-file'
import { appError, gone } from '../../shared/model/app-error'
import type { Formula } from '../../shared/model/formula'
import { err, ok, type Result } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import { batchOf } from '../../shared/operations/batch-of'
import { knownPhrases, mineAll, undecided } from '../formulae/find-candidates'
import {
  countsOf,
  type FoundFormulae,
  findInTexts,
  findRegister,
  spreadOf
} from '../formulae/find-occurrences'
import { findProposals } from '../formulae/find-proposals'
import { linesOf } from '../formulae/formula-lines'
import { numberSlogans } from '../formulae/number-slogans'
import { formulaeOf, pinyinOf, takingOperations } from '../formulae/register-entries'
import { starterRegister } from '../formulae/starter-register'
import { withoutCopies } from '../formulae/without-copies'
import type { Session } from '../project/session'
import { findCopies } from '../recycled/copies'
import { readingOf } from '../services/version'
import type { AppHost } from './app-host'
import { changeNow } from './change'
import type { Handlers, MethodsOf } from './handler-types'
import type { Job } from './jobs'

/** Of a candidate or proposal so many lines are told. */
const linesApiece = 3

/** What was mined last for a state of the texts. */
const mined = new WeakMap<Session['state']['documents'], readonly Candidate[]>()

async function candidatesOf(desk: AppHost, session: Session, job: Job): Promise<readonly Candidate[] | null> {
  const { documents } = session.state
  const known = mined.get(documents)
  if (known) return known
  const found = await mineAll(session, desk.parts.formulae, job.signal, job.progress)
  if (found) mined.set(documents, found)
  return found
}

async function starterOf(desk: AppHost): Promise<RegisterFile | null> {
  const read = await starterRegister(desk.parts.folders.corpus)
  return read.ok ? read.value : null
}

/** Where the formulae of the register stand; of places in copies only the first where copies count once. */
async function placesOf(
  session: Session,
  { formulae }: AppHost['parts'],
  copiesOnce: boolean,
  job: Job
): Promise<FoundFormulae> {
  const reading = readingOf(session)
  const found = await findRegister(reading, session.folder, formulae)
  return copiesOnce ? withoutCopies(found, await findCopies(reading, session.folder, formulae, job)) : found
}

const cancelled = () => err(appError('Cancelled', 'cancelled'))

/** The register of formulae: counts, lines, candidates, renderings proposed. Nothing here decides anything. */
export const formulaHandlers: Handlers<MethodsOf<'formulae'>> = {
  'formulae.register': async ({ session, parts }, input, _client, job) => {
    if (!session.ok) return session
    const reading = readingOf(session.value)
    return ok(countsOf(reading, await placesOf(session.value, parts, input?.copiesOnce ?? false, job)))
  },

  'formulae.inTexts': async ({ session, parts }, { documents }) => {
    if (!session.ok) return session
    const { folder } = session.value
    return ok(await findInTexts(readingOf(session.value), folder, parts.formulae, documents))
  },

  'formulae.spread': async ({ session, parts }, { formula, copiesOnce }, _client, job) => {
    if (!session.ok) return session
    const reading = readingOf(session.value)
    if (!reading.state.info.formulae[formula]) return err(gone('formula', formula))
    return ok(spreadOf(await placesOf(session.value, parts, copiesOnce, job), formula))
  },

  'formulae.lines': async ({ session, parts }, asked, _client, job) => {
    if (!session.ok) return session
    const { formula: id, rendering, documents, from, count, copiesOnce } = asked
    const reading = readingOf(session.value)
    if (!reading.state.info.formulae[id]) return err(gone('formula', id))
    const found = await placesOf(session.value, parts, copiesOnce, job)
    const within = documents === null ? null : new Set(documents)
    const own = (found.byFormula.get(id) ?? []).filter((each) => {
      if (rendering !== 'all' && each.rendering !== rendering) return false
      const document = found.documents[each.document]
      return within === null || (document !== undefined && within.has(document.id))
    })
    const dateOf = (at: number) => found.documents[at]?.published?.date ?? '9999'
    const sorted = [...own].sort((a, b) =>
      dateOf(a.document) === dateOf(b.document)
        ? a.document - b.document || a.start - b.start
        : dateOf(a.document) < dateOf(b.document)
          ? -1
          : 1
    )
    const places = sorted
      .slice(from, from + count)
      .map(({ document, start, end, rendering: by }) => ({ document, ...span(start, end), rendering: by }))
    return ok({
      total: own.length,
      lines: await linesOf(reading, found.documents, places, parts.comparison)
    })
  },

  'formulae.candidates': async (desk, { count }, _client, job) => {
    const { session } = desk
    if (!session.ok) return session
    const reading = readingOf(session.value)
    const documents = [...reading.state.documents.values()]
    const found = await candidatesOf(desk, session.value, job)
    if (!found) return cancelled()
    const known = knownPhrases(await starterOf(desk))
    const left = undecided(found, session.value.state)
    const ranked = left
      .map((each) => ({ each, worth: each.worth + (known.has(each.key) ? 3 : 0) }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, count)
    const entries: CandidateEntry[] = []
    for (const { each } of ranked) {
      const { key, words, script, kind, reasons, places } = each
      const first = places
        .slice(0, linesApiece)
        .map(({ document, start, end }) => ({ document, ...span(start, end), rendering: null }))
      entries.push({
        key,
        words,
        language: script,
        kind,
        count: each.count,
        documents: each.documents,
        reasons,
        known: known.get(key) ?? null,
        lines: await linesOf(reading, documents, first, null)
      })
    }
    return ok({ total: left.length, candidates: entries })
  },

  'formulae.propose': async (desk, { formula }, _client, job) => {
    const { session, parts } = desk
    if (!session.ok) return session
    const reading = readingOf(session.value)
    const all = Object.values<Formula>(reading.state.info.formulae)
    const wanted = formula === null ? all : all.filter(({ id }) => id === formula)
    const found = await findRegister(reading, session.value.folder, parts.formulae)
    const candidates = await candidatesOf(desk, session.value, job)
    if (!candidates) return cancelled()
    const { folder } = session.value
    const own = {
      reading,
      folder,
      thread: parts.formulae,
      comparison: parts.comparison,
      starter: await starterOf(desk)
    }
    const answers = await findProposals(own, found, wanted, all, candidates, job.signal, proposedFrom)
    const proposals = []
    for (const [at, { id }] of wanted.entries()) {
      const renderings: ProposedRendering[] = []
      for (const { key, words, probability, evidence, places } of answers[at] ?? []) {
        const first = places
          .slice(0, linesApiece)
          .map(({ document, start, end }) => ({ document, ...span(start, end), rendering: null }))
        const lines = await linesOf(reading, found.documents, first, parts.comparison)
        renderings.push({ key, words, probability, evidence, count: places.length, lines })
      }
      proposals.push({ formula: id, renderings })
    }
    return ok({ proposals })
  },

  'formulae.numbers': async ({ session, parts }, _input, _client, { signal }) => {
    if (!session.ok) return session
    const reading = readingOf(session.value)
    const found = await findRegister(reading, session.value.folder, parts.formulae)
    const formulae = Object.values<Formula>(reading.state.info.formulae)
    return ok(await numberSlogans(reading, found, formulae, signal))
  },

  'formulae.pinyin': async (_desk, { form }) => ok(pinyinOf(form)),

  'formulae.takeStarter': async (desk) => {
    const read = await starterRegister(desk.parts.folders.corpus)
    return read.ok ? takeRegister(desk, read.value) : read
  },

  'formulae.takeFile': async (desk, _input, _client, { signal }) => {
    const { session, parts } = desk
    if (!session.ok) return session
    const [path] = await parts.desktop.chooseFiles('registers')
    if (path === undefined) return ok(null)
    const read = await parts.parser.register(path, signal)
    return read.ok ? takeRegister(desk, read.value) : read
  }
}

/** Takes a register into the open project, as one change. */
async function takeRegister(
  desk: AppHost,
  register: RegisterFile
): Promise<Result<{ readonly taken: number; readonly renderings: number }>> {
  const { coding } = desk
  if (!coding.ok) return coding
  const { coder } = coding.value
  const formulae = formulaeOf(register, coder)
  let taken = 0
  let renderings = 0
  const done = await changeNow(desk, (now) => {
    const operations = takingOperations(now, formulae, coder)
    taken = operations.filter(({ type }) => type === 'formula.add').length
    renderings = operations.filter(({ type }) => type === 'rendering.add').length
    return ok(batchOf('takeFormulae', operations))
  })
  return done.ok ? ok({ taken, renderings }) : done
}
