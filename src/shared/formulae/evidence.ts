/** What speaks for a rendering, each 0 to 1 (numbers −1 to 1); 0 where there is nothing to say. */
export interface RenderingEvidence {
  /** It stands where the versions have the formula: how surely, at best. */
  readonly slot: number
  /** In how many such places, and of how many. */
  readonly slots: readonly [stands: number, of: number]
  /** It is in quotation marks there as the formula is. */
  readonly quoted: number
  /** It stands in quotation marks somewhere. */
  readonly marked: number
  /** The same numbers in the same order. */
  readonly numbers: number
  /** Its words are what the dictionary says of the source form, or spell its sound. */
  readonly dictionary: number
  readonly bySound: boolean
  /** How alike it is to a rendering that is known. */
  readonly likeness: number
  readonly likeTo: string
  /** The same words stand beside it. */
  readonly neighbours: number
  /** Another register names it for this form. */
  readonly register: number
  /** Commas that the formula does not have: words on both sides of one seldom belong together. */
  readonly commas: number
}

export const noEvidence: RenderingEvidence = {
  slot: 0,
  slots: [0, 0],
  quoted: 0,
  marked: 0,
  numbers: 0,
  dictionary: 0,
  bySound: false,
  likeness: 0,
  likeTo: '',
  neighbours: 0,
  register: 0,
  commas: 0
}

type Features = Readonly<Record<string, number>>

/** What is weighed where a phrase stands in a linked sentence. */
function slotFeatures(of: RenderingEvidence): Features {
  return {
    bias: 1,
    slot: of.slot,
    share: of.slots[0] / Math.max(1, of.slots[1]),
    quoted: of.quoted,
    numbers: Math.max(0, of.numbers),
    against: Math.min(0, of.numbers),
    dictionary: of.dictionary,
    likeness: of.likeness,
    neighbours: of.neighbours,
    commas: Math.min(3, of.commas)
  }
}

/** What is weighed where nothing links it; `elsewhere`: the linked sentence of that text says something else. */
function aloneFeatures(of: RenderingEvidence): Features {
  return {
    bias: 1,
    likeness: of.likeness,
    dictionary: of.dictionary,
    both: of.likeness * of.dictionary,
    numbers: Math.max(0, of.numbers),
    against: Math.min(0, of.numbers),
    neighbours: of.neighbours,
    marked: of.marked * of.dictionary,
    elsewhere: of.slots[1] > 0 ? 1 : 0
  }
}

/** How a piece of evidence is weighed, and by which model. */
export function featuresOf(evidence: RenderingEvidence): { inSlot: boolean; features: Features } {
  const inSlot = evidence.slots[0] > 0
  return { inSlot, features: inSlot ? slotFeatures(evidence) : aloneFeatures(evidence) }
}

/**
 * Logistic weights, fitted on the sample corpus and on the renderings of the starter register that it does not hold, with a prior
 * (`e2e/bench/formulae/fit.ts`); `npm run bench -- formulae` prints what a fit without each work would give. The bias of what
 * nothing links is raised after the fit as far as serves best where each work is judged by a fit without it.
 */
export const renderingWeights: { readonly slot: Features; readonly alone: Features } = {
  slot: {
    bias: -3.25,
    slot: 4.1,
    share: 0.85,
    quoted: 1.91,
    numbers: 1.16,
    against: 1.74,
    dictionary: 2.54,
    likeness: 1.71,
    neighbours: 1,
    commas: -0.5
  },
  alone: {
    bias: -6.82,
    likeness: 6.17,
    dictionary: 5.24,
    both: 0.61,
    numbers: 1.22,
    against: 0.86,
    neighbours: 1.17,
    marked: 0.68,
    elsewhere: -1.73
  }
}
/** What another register says is no matter of the fit. */
const registerWeight = 4.5

/** The logistic sum of some features as a probability. */
export function logistic(features: Features, weights: Features): number {
  let sum = 0
  for (const [name, value] of Object.entries(features)) sum += value * (weights[name] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** How likely it is that the words render the formula, 0 to 1. */
export function renderingProbability(evidence: RenderingEvidence): number {
  const { inSlot, features } = featuresOf(evidence)
  const weights = inSlot ? renderingWeights.slot : renderingWeights.alone
  const own = { ...features, register: evidence.register }
  return logistic(own, { ...weights, register: registerWeight })
}

/** From here on a rendering is proposed. */
export const proposedFrom = 0.5
