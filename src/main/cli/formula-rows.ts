import type { Candidate } from '../../shared/formulae/candidate'
import { proposedFrom, type RenderingEvidence } from '../../shared/formulae/evidence'
import { numbersOf } from '../../shared/formulae/numbers-in'
import { phraseKey, phraseTokens } from '../../shared/formulae/phrase-key'
import { phraseLikeness } from '../../shared/formulae/phrase-likeness'
import type { Formula, FormulaKind, RenderingStatus } from '../../shared/model/formula'
import { formulaName, renderingsOf } from '../../shared/model/formula-name'
import type { CoderId, DocumentId, FormulaId } from '../../shared/model/ids'
import { mineAll, undecided } from '../formulae/find-candidates'
import { type FoundFormulae, findOccurrences, type Occurrence } from '../formulae/find-occurrences'
import { findProposals } from '../formulae/find-proposals'
import { FormulaThread } from '../formulae/formula-thread'
import { formulaeOf } from '../formulae/register-entries'
import { starterRegister } from '../formulae/starter-register'
import { corpusFolder } from '../project/corpus-folder'
import type { Session } from '../project/session'
import { readingOf, readVersion } from '../services/version'
import { Aligner } from '../workers/aligner'
import { builtFile, builtFolder } from '../workers/built'
import { WorkPool } from '../workers/work-pool'
import { comparisonWith } from './with-project'

interface PlaceRow {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
  readonly text: string
}

interface RenderingRow {
  readonly words: string
  readonly language: string
  readonly status: RenderingStatus
  /** How likely it is; null where a person decided. */
  readonly score: number | null
  readonly evidence: RenderingEvidence | Candidate['reasons'] | null
  readonly occurrences: readonly PlaceRow[]
}

/** One formula as the command tells of it. `id` is null where the project's register does not hold it. */
export interface FormulaRow {
  readonly id: FormulaId | null
  readonly formula: string
  readonly forms: readonly string[]
  readonly kind: FormulaKind
  readonly status: 'accepted' | 'proposed'
  readonly score: number | null
  readonly renderings: readonly RenderingRow[]
  /** Of the source forms. */
  readonly occurrences: readonly PlaceRow[]
}

/** Candidates that are worth less are not told of: most of what repeats is no formula. */
const leastWorth = 2
/** Candidates as alike as this, with the same numbers, are told of as one. */
const alike = 0.72

/**
 * The formulae of the register; those of the register that comes with the app that stand in the texts; candidates that are
 * likely. With renderings proposed for the first two.
 *
 * @param key only the formula that has this form or rendering, and no candidates that are alike
 */
export async function formulaRows(session: Session, key: string | null): Promise<FormulaRow[]> {
  const thread = new FormulaThread(builtFile('formula-thread.js'))
  const pool = new WorkPool(builtFile('work-thread.js'))
  const comparison = comparisonWith(new Aligner(pool))
  try {
    const reading = readingOf(session)
    const { folder } = session
    const own = Object.values<Formula>(reading.state.info.formulae)
    const read = await starterRegister(corpusFolder(builtFolder))
    const starter = read.ok ? read.value : null
    const held = new Set(own.flatMap(({ forms }) => forms.map(phraseKey)))
    const others = starter
      ? formulaeOf(starter, '' as CoderId, (at) => `starter-${at}` as FormulaId).filter(
          ({ forms }) => !forms.some((form) => held.has(phraseKey(form)))
        )
      : []
    const found = await findOccurrences(reading, folder, thread, [...own, ...others])
    const hasKey = (formula: Formula) =>
      key === null ||
      formula.forms.some((form) => phraseKey(form) === key) ||
      renderingsOf(formula).some(({ words }) => phraseKey(words) === key)
    const shown = [...own, ...others.filter(({ id }) => found.byFormula.has(id))].filter(hasKey)
    const signal = new AbortController().signal
    const candidates = (await mineAll(session, thread, signal, () => {})) ?? []
    const parts = { reading, folder, thread, comparison, starter }
    const proposals = await findProposals(parts, found, shown, shown, candidates, signal, proposedFrom)
    const texts = new Texts(reading, found)
    const rows: FormulaRow[] = []
    for (const [at, formula] of shown.entries())
      rows.push(await rowOf(formula, own.includes(formula), found, proposals[at] ?? [], texts))
    if (key === null || rows.length === 0) {
      const said = new Set(rows.flatMap(({ renderings }) => renderings.map(({ words }) => phraseKey(words))))
      for (const { forms } of shown) for (const form of forms) said.add(phraseKey(form))
      const left = undecided(candidates, session.state).filter(
        (each) => each.worth >= leastWorth && !said.has(each.key)
      )
      for (const group of grouped(left)) {
        if (key !== null && !group.some((each) => each.key === key)) continue
        rows.push(await candidateRow(group, texts))
      }
    }
    return rows
  } finally {
    thread.end()
    await pool.close()
  }
}

class Texts {
  constructor(
    private readonly reading: ReturnType<typeof readingOf>,
    private readonly found: FoundFormulae
  ) {}

  async place(at: number, start: number, end: number): Promise<PlaceRow[]> {
    const document = this.found.documents[at]
    const version = document && (await readVersion(this.reading, document.id))
    if (!document || !version?.ok) return []
    return [{ document: document.id, start, end, text: version.value.text.slice(start, end) }]
  }

  async places(
    all: readonly { readonly document: number; readonly start: number; readonly end: number }[]
  ): Promise<PlaceRow[]> {
    const rows: PlaceRow[] = []
    for (const { document, start, end } of all) rows.push(...(await this.place(document, start, end)))
    return rows
  }
}

async function rowOf(
  formula: Formula,
  isOwn: boolean,
  found: FoundFormulae,
  proposals: Awaited<ReturnType<typeof findProposals>>[number],
  texts: Texts
): Promise<FormulaRow> {
  const all = found.byFormula.get(formula.id) ?? []
  const by = (id: Occurrence['rendering']) => texts.places(all.filter(({ rendering }) => rendering === id))
  const renderings: RenderingRow[] = []
  for (const { id, words, language, status } of renderingsOf(formula)) {
    const occurrences = await by(id)
    // Of another register only what stands in the texts is told.
    if (isOwn || occurrences.length > 0)
      renderings.push({
        words,
        language,
        status: isOwn ? status : 'proposed',
        score: isOwn ? null : 0.95,
        evidence: null,
        occurrences
      })
  }
  for (const { words, probability, evidence, places } of proposals)
    renderings.push({
      words,
      language: 'en',
      status: 'proposed',
      score: probability,
      evidence,
      occurrences: await texts.places(places)
    })
  return {
    id: isOwn ? formula.id : null,
    formula: formulaName(formula),
    forms: formula.forms,
    kind: formula.kind,
    status: isOwn ? 'accepted' : 'proposed',
    score: isOwn ? null : 0.95,
    renderings,
    occurrences: await by(null)
  }
}

/** Candidates that say the same in words alike, the likeliest first. */
function grouped(candidates: readonly Candidate[]): Candidate[][] {
  const groups: { readonly tokens: string[]; readonly all: Candidate[] }[] = []
  for (const each of candidates) {
    const tokens = phraseTokens(each.words)
    const group = groups.find(
      (own) =>
        own.all[0]?.script === each.script &&
        numbersOf(own.tokens).join() === numbersOf(tokens).join() &&
        phraseLikeness(own.tokens, tokens) >= alike
    )
    if (group) group.all.push(each)
    else groups.push({ tokens, all: [each] })
  }
  return groups.map(({ all }) => all)
}

async function candidateRow(group: readonly Candidate[], texts: Texts): Promise<FormulaRow> {
  const [first] = group
  const renderings: RenderingRow[] = []
  for (const { words, script, worth, reasons, places } of group)
    renderings.push({
      words,
      language: script,
      status: 'proposed',
      score: scoreOf(worth),
      evidence: reasons,
      occurrences: await texts.places(places)
    })
  return {
    id: null,
    formula: first?.words ?? '',
    forms: [],
    kind: first?.kind ?? 'slogan',
    status: 'proposed',
    score: scoreOf(first?.worth ?? 0),
    renderings,
    occurrences: []
  }
}

/** The worth of a candidate as a share of one. */
function scoreOf(worth: number): number {
  return Math.round((1 / (1 + Math.exp(2.6 - worth))) * 1000) / 1000
}
