import { ownWordsOf } from '../../shared/concordance/own-words'
import type { ConcordanceSettings } from '../../shared/concordance/settings'
import type { CorpusPart } from '../../shared/ipc/concordance-requests'
import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import type { Concordance, ConcordanceParts } from '../concordance/concordance'
import { counted, isInPart } from '../concordance/corpus-part'
import type { CorpusTask } from '../concordance/questions'
import { formulaSpans } from '../formulae/formula-spans'
import { findCopies } from '../recycled/copies'
import { readingOf } from '../services/version'
import type { AppHost } from './app-host'
import type { Client } from './client'
import type { Handlers, MethodsOf } from './handler-types'

/** A concordance that a window has open. */
function openOne(desk: AppHost, client: Client, id: string): Result<Concordance> {
  const found = desk.concordances.get(client, id)
  return found ? ok(found) : err(appError('NotFound', 'concordanceGone'))
}

function partsOf({ parts, session }: AppHost): Result<ConcordanceParts> {
  if (!session.ok) return session
  const { texts: thread, comparison, aligner, formulae } = parts
  const own = session.value
  return ok({
    session: own,
    thread,
    comparison,
    aligner,
    formulae: (name) => formulaSpans(own, formulae, name),
    copies: (waiting) => findCopies(readingOf(own), own.folder, formulae, waiting)
  })
}

/** A part of the open project, as its words are counted. */
function corpusOf(desk: AppHost, part: CorpusPart, settings: ConcordanceSettings) {
  const parts = partsOf(desk)
  if (!parts.ok) return parts
  const { session, thread } = parts.value
  const { documents, info } = session.state
  const task: CorpusTask = {
    folder: session.folder,
    settings: { ...settings, ownWords: ownWordsOf(info.formulae) },
    documents: [...documents.values()].filter(isInPart(part)).map(counted)
  }
  return ok({ session, thread, task })
}

export const concordanceHandlers: Handlers<MethodsOf<'concordance'>> = {
  'concordance.open': async (desk, { query, settings, trail, first, replaces }, client, { signal }) => {
    const parts = partsOf(desk)
    if (!parts.ok) return parts
    if (replaces !== null) desk.concordances.close(client, replaces)
    const asked = { query, settings, trail, first: first.count }
    const opened = desk.concordances.open(client, parts.value, asked, (view) =>
      client.send('concordance', view)
    )
    if (opened.problem) return ok({ problem: opened.problem })
    const { concordance } = opened
    try {
      await concordance.ready(first.count, signal)
      const page = await concordance.page(0, first.count, first.context)
      signal.throwIfAborted()
      return ok({ problem: null, view: concordance.view(), page })
    } catch (error) {
      // Whoever gave it up never hears its name.
      desk.concordances.close(client, concordance.view().id)
      throw error
    }
  },

  'concordance.page': async (desk, { id, from, count, context }, client) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(await found.value.page(from, count, context)) : found
  },

  'concordance.arrange': async (desk, { id, trail }, client, job) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(await found.value.arrange(trail, job)) : found
  },

  'concordance.names': async (desk, { id, from, count }, client) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(found.value.names(from, count)) : found
  },

  'concordance.find': async (desk, { id, line }, client) => {
    const found = openOne(desk, client, id)
    if (!found.ok) return found
    const at = found.value.find(line)
    return ok(at === null ? null : { at })
  },

  'concordance.answers': async (desk, { id, lines }, client, { signal }) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(await found.value.answers(lines, signal)) : found
  },

  'concordance.close': async (desk, { id }, client) => {
    desk.concordances.close(client, id)
    return ok(null)
  },

  'concordance.collocates': async (desk, { id, ...asked }, client, { signal }) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(await found.value.collocates(asked, signal)) : found
  },

  'concordance.dispersion': async (desk, { id, bins }, client, { signal }) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(await found.value.dispersion(bins, signal)) : found
  },

  'concordance.frequencies': async (desk, { id, by }, client, { signal }) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(await found.value.frequencies(by, signal)) : found
  },

  'concordance.renderings': async (desk, { id, most }, client, job) => {
    const found = openOne(desk, client, id)
    return found.ok ? ok(await found.value.renderings(most, job)) : found
  },

  'concordance.wordList': async (desk, { part, ...asked }, _, { signal, progress: howFar }) => {
    const corpus = corpusOf(desk, part, asked.settings)
    if (!corpus.ok) return corpus
    const { thread, task } = corpus.value
    return ok(await thread.ask('wordList', { ...asked, ...task }, signal, { howFar }))
  },

  'concordance.nGrams': async (desk, { part, ...asked }, _, { signal, progress: howFar }) => {
    const corpus = corpusOf(desk, part, asked.settings)
    if (!corpus.ok) return corpus
    const { thread, task } = corpus.value
    return ok(await thread.ask('nGrams', { ...asked, ...task }, signal, { howFar }))
  },

  'concordance.keywords': async (desk, { part, against, ...asked }, _, { signal, progress: howFar }) => {
    const corpus = corpusOf(desk, part, asked.settings)
    if (!corpus.ok) return corpus
    const { session, thread, task } = corpus.value
    const isHere = isInPart(part)
    const isThere = against ? isInPart(against) : () => true
    const other = [...session.state.documents.values()].filter((each) => isThere(each) && !isHere(each))
    const whole = { ...asked, ...task, against: other.map(counted) }
    return ok(await thread.ask('keywords', whole, signal, { howFar }))
  }
}
