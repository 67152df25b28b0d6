import type { Lexicon } from '../alignment/lexicon'
import type { Candidate, CandidatePlace } from './candidate'
import { noEvidence, type RenderingEvidence, renderingProbability } from './evidence'
import { FormGuide } from './form-guide'
import { phraseKey, phraseTokens } from './phrase-key'
import { phraseLikeness } from './phrase-likeness'
import { commasIn, partsOf, type Slot, slotAnswer } from './slot'

/** A slot with the place of the other sentence: `start` is where `b` begins in its text (UTF-16). */
export interface PlacedSlot extends Slot {
  readonly document: number
  readonly start: number
}

/** Words that may be a rendering, found otherwise than by a slot. */
export interface PooledPhrase {
  readonly words: string
  readonly head: string
  /** It stands in quotation marks somewhere. */
  readonly quoted: boolean
  readonly places: readonly CandidatePlace[]
}

/** A candidate as it may render a formula. */
export function pooledOf({
  key,
  words,
  head,
  reasons,
  places
}: Candidate): PooledPhrase & { readonly key: string } {
  return { key, words, head, places, quoted: reasons.some(({ why }) => why === 'quoted') }
}

interface ProposalTask {
  readonly forms: readonly string[]
  /** Accepted renderings. */
  readonly known: readonly string[]
  /** The words behind known renderings: reform, project. */
  readonly heads: readonly string[]
  /** The formula, or a rendering that is known, stands in quotation marks somewhere. */
  readonly quoted: boolean
  /** What another register names for the forms. */
  readonly registered: readonly string[]
  /** Keys that were decided on already, or are proposed. */
  readonly decided: ReadonlySet<string>
  readonly slots: readonly PlacedSlot[]
  readonly pool: readonly PooledPhrase[]
  /** Where a rendering that is known stands already. */
  readonly stands: readonly CandidatePlace[]
}

/** Where two formulae claim the same words, the one for which less speaks is doubted. */
export function settleRivals(proposals: readonly (readonly RenderingProposal[])[]): RenderingProposal[][] {
  const best = new Map<string, number>()
  for (const own of proposals)
    for (const { key, probability } of own) best.set(key, Math.max(best.get(key) ?? 0, probability))
  return proposals.map((own) =>
    own
      .map((each) => {
        const top = best.get(each.key) ?? 0
        return each.probability < top ? { ...each, probability: each.probability * (1 - top) } : each
      })
      .sort((a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1))
  )
}

export interface RenderingProposal {
  readonly key: string
  readonly words: string
  readonly probability: number
  readonly evidence: RenderingEvidence
  readonly places: readonly CandidatePlace[]
}

interface Gathered {
  words: Map<string, number>
  places: Map<string, CandidatePlace>
  slot: number
  stands: number
  quoted: boolean
  /** It stands in quotation marks somewhere, whether the formula does or not. */
  marked: boolean
  head: string
}

/**
 * Renderings of one formula that nobody has decided on, the likeliest first. Words that stand in several slots, or both in a slot
 * and in the pool, are one proposal with all that speaks for it.
 */
export function proposeRenderings(task: ProposalTask, lexicon: Lexicon): RenderingProposal[] {
  const guides = task.forms.map((form) => new FormGuide(form, lexicon))
  const [guide = null] = guides
  const known = task.known.map(phraseTokens)
  const parts = Math.max(1, ...[...task.forms, ...task.known].map(partsOf))
  const registered = new Map(task.registered.map((words) => [phraseKey(words), words]))
  const all = new Map<string, Gathered>()
  const slotsOf = new Map<number, number>()
  const of = (words: string): Gathered | null => {
    const key = phraseKey(words)
    if (!key.startsWith('en:') || task.decided.has(key)) return null
    const made = all.get(key) ?? {
      words: new Map(),
      places: new Map(),
      slot: 0,
      stands: 0,
      quoted: false,
      marked: false,
      head: ''
    }
    all.set(key, made)
    made.words.set(words, (made.words.get(words) ?? 0) + 1)
    return made
  }
  for (const slot of task.slots) {
    slotsOf.set(slot.document, (slotsOf.get(slot.document) ?? 0) + 1)
    const answer = slotAnswer(slot, guide, lexicon)
    if (!answer) continue
    const own = of(slot.b.slice(answer.at.start, answer.at.end))
    if (!own) continue
    own.slot = Math.max(own.slot, answer.score)
    own.stands++
    own.quoted ||= answer.quoted
    const [start, end] = [slot.start + answer.at.start, slot.start + answer.at.end]
    own.places.set(`${slot.document} ${start}`, { document: slot.document, start, end })
  }
  for (const phrase of task.pool) {
    const own = of(phrase.words)
    if (!own) continue
    own.head ||= phrase.head
    own.marked ||= phrase.quoted
    own.quoted ||= phrase.quoted && task.quoted
    for (const place of phrase.places) own.places.set(`${place.document} ${place.start}`, place)
  }
  const found: RenderingProposal[] = []
  for (const [key, own] of all) {
    const words = mostOften(own.words)
    const tokens = phraseTokens(words)
    let [likeness, likeTo] = [0, '']
    known.forEach((each, at) => {
      const value = phraseLikeness(each, tokens)
      if (!own.marked && isPartOf(tokens, each)) return
      if (value > likeness) [likeness, likeTo] = [value, task.known[at] ?? '']
    })
    const overlaps = guides.map((each) => each.overlap(tokens, surfacesOf(words, tokens)))
    const overlap = overlaps.sort((a, b) => b.score + 0.2 * b.numbers - a.score - 0.2 * a.numbers)[0]
    const documents = new Set([...own.places.values()].map(({ document }) => document))
    let total = 0
    for (const document of documents) total += slotsOf.get(document) ?? 0
    const evidence: RenderingEvidence = {
      ...noEvidence,
      slot: own.slot,
      slots: [own.stands, total],
      quoted: own.quoted ? 1 : 0,
      marked: own.marked ? 1 : 0,
      numbers: overlap?.numbers ?? 0,
      dictionary: overlap?.score ?? 0,
      bySound: overlap?.bySound ?? false,
      likeness,
      likeTo,
      neighbours: own.head !== '' && task.heads.includes(own.head) ? 1 : 0,
      register: registered.has(key) ? 1 : 0,
      commas: Math.max(0, commasIn(words) - parts + 1)
    }
    found.push({
      key,
      words,
      probability: renderingProbability(evidence),
      evidence,
      places: [...own.places.values()]
    })
  }
  return oneAPlace(found, task.stands)
}

/** A longer phrase is taken for a shorter one within it where so little less speaks for it. */
const lengthWorth = 0.04

/**
 * The proposals, the likeliest first, without those all of whose places overlap a rendering that stands there or a likelier
 * proposal: a place has one rendering.
 */
function oneAPlace(
  found: readonly RenderingProposal[],
  stands: readonly CandidatePlace[]
): RenderingProposal[] {
  const worth = ({ probability, words }: RenderingProposal) =>
    probability + lengthWorth * Math.min(1, words.length / 60)
  const taken = new Map<number, CandidatePlace[]>()
  const take = (place: CandidatePlace) => {
    const own = taken.get(place.document)
    if (own) own.push(place)
    else taken.set(place.document, [place])
  }
  const isTaken = ({ document, start, end }: CandidatePlace) =>
    taken.get(document)?.some((each) => each.start < end && start < each.end) ?? false
  stands.forEach(take)
  return [...found]
    .sort((a, b) => worth(b) - worth(a) || (a.key < b.key ? -1 : 1))
    .filter(({ places, probability }) => {
      if (places.length > 0 && places.every(isTaken)) return false
      // What is unlikely by itself keeps no other from its place.
      if (probability >= leastTaking) places.forEach(take)
      return true
    })
    .sort((a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1))
}

const leastTaking = 0.3

/** Whether the tokens stand as they are within a longer phrase: a piece of a rendering is none. */
function isPartOf(tokens: readonly string[], whole: readonly string[]): boolean {
  return tokens.length < whole.length && ` ${whole.join(' ')} `.includes(` ${tokens.join(' ')} `)
}

function mostOften(counts: ReadonlyMap<string, number>): string {
  let best = ''
  for (const [words, count] of counts) if (best === '' || count > (counts.get(best) ?? 0)) best = words
  return best
}

/** The words of a phrase as they are written, one to a token; where they do not go together the tokens themselves. */
function surfacesOf(words: string, tokens: readonly string[]): readonly string[] {
  const surfaces = (words.match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*|\+/gu) ?? []).filter(
    (word) => !/^(the|a|an|and)$/i.test(word)
  )
  return surfaces.length === tokens.length ? surfaces : tokens
}
