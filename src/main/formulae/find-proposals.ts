import { isChinese } from '../../shared/alignment/evidence/language'
import type { Candidate } from '../../shared/formulae/candidate'
import { phraseKey } from '../../shared/formulae/phrase-key'
import type { PlacedSlot, RenderingProposal } from '../../shared/formulae/propose'
import type { RegisterFile } from '../../shared/formulae/register-file'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { span } from '../../shared/model/span'
import type { Comparison } from '../services/compare'
import { type Reading, readVersion } from '../services/version'
import { othersOf } from '../services/versions-of-works'
import { decidedKeys } from './find-candidates'
import type { FoundFormulae, Occurrence } from './find-occurrences'
import type { FormulaThread } from './formula-thread'

/** Of the places of a formula so many are looked up in other versions. */
const mostSlots = 120

interface ProposalParts {
  readonly reading: Reading
  readonly folder: string
  readonly thread: FormulaThread
  readonly comparison: Comparison
  readonly starter: RegisterFile | null
}

/**
 * Renderings for some formulae that nobody has decided on; what stands for one formula is not proposed for another, unless
 * more speaks for it.
 *
 * @param others formulae of the register, whose renderings are no candidates
 */
export async function findProposals(
  parts: ProposalParts,
  found: FoundFormulae,
  formulae: readonly Formula[],
  others: readonly Formula[],
  candidates: readonly Candidate[],
  signal: AbortSignal,
  least: number
): Promise<readonly (readonly RenderingProposal[])[]> {
  const { folder, thread, starter } = parts
  const taken = decidedKeys(others)
  const byForm = new Map(
    (starter?.formulae ?? []).flatMap((entry) => entry.forms.map((form) => [phraseKey(form), entry] as const))
  )
  const wanted = []
  for (const formula of formulae) {
    signal.throwIfAborted()
    const slots = await slotsOf(parts, found, found.byFormula.get(formula.id) ?? [])
    wanted.push({
      forms: formula.forms.filter((form) => /\p{Script=Han}/u.test(form)),
      known: Object.values<FormulaRendering>(formula.renderings)
        .filter(({ status, language }) => status === 'accepted' && !isChinese(language))
        .map(({ words }) => words),
      registered: formula.forms.flatMap((form) => byForm.get(phraseKey(form))?.renderings ?? []),
      decided: [...taken, ...decidedKeys([formula])],
      slots
    })
  }
  return thread.ask('propose', {
    folder,
    texts: found.texts,
    formulae: wanted,
    pool: candidates.filter(({ script, key }) => script === 'en' && !taken.has(key)),
    least
  })
}

/** The linked sentences of other versions in which no accepted rendering stands yet. */
async function slotsOf(
  { reading, comparison }: ProposalParts,
  { documents, byFormula }: FoundFormulae,
  all: readonly Occurrence[]
): Promise<PlacedSlot[]> {
  const slots: PlacedSlot[] = []
  const places = new Map(documents.map(({ id }, at) => [id, at]))
  const own = all[0] ? (byFormula.get(all[0].formula) ?? []) : []
  for (const { document: at, start, end } of all) {
    if (slots.length >= mostSlots) break
    const document = documents[at]
    if (!document) continue
    const version = await readVersion(reading, document.id)
    if (!version.ok) continue
    for (const other of othersOf(reading.state, document)) {
      if (isChinese(other.language)) continue
      const there = await readVersion(reading, other.id)
      const place = places.get(other.id)
      if (!there.ok || place === undefined) continue
      const links = await comparison.links(reading, version.value, there.value)
      const link = links.find(
        (each) => each.b.length > 0 && each.a.some((one) => one.start < end && one.end > start)
      )
      const [a, b] = [hull(link?.a), hull(link?.b)]
      if (!link || !a || !b || start < a.start || end > a.end) continue
      if (own.some((each) => each.document === place && each.start >= b.start && each.end <= b.end)) continue
      slots.push({
        a: version.value.text.slice(a.start, a.end),
        languageA: document.language,
        at: span(start - a.start, end - a.start),
        b: there.value.text.slice(b.start, b.end),
        languageB: other.language,
        confidence: link.confidence,
        document: place,
        start: b.start
      })
    }
  }
  return slots
}

function hull(spans: readonly { readonly start: number; readonly end: number }[] | undefined) {
  if (!spans || spans.length === 0) return null
  return span(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)))
}
