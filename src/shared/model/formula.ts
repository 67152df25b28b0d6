import { z } from 'zod'
import { formulaKinds, formulaLimits, formulaLinkKinds, renderingStatuses } from './formula-kinds'
import { CoderId, FormulaId, RenderingId } from './ids'
import { languageTag } from './metadata-limits'
import { textLimits } from './text-limits'

export const FormulaKind = z.enum(formulaKinds)
export type FormulaKind = z.infer<typeof FormulaKind>
export const RenderingStatus = z.enum(renderingStatuses)
export type RenderingStatus = z.infer<typeof RenderingStatus>

const phrase = z.string().min(1).max(formulaLimits.phrase)

/** Words that stand for a formula in one language, and what was decided about them. Where they stand is never kept. */
export const FormulaRendering = z.object({
  id: RenderingId,
  words: phrase,
  language: z.string().regex(languageTag),
  status: RenderingStatus,
  /** Who decided, or proposed it, and when. */
  coder: CoderId,
  decided: z.iso.datetime(),
  note: z.string().max(textLimits.themeProse)
})
export type FormulaRendering = z.infer<typeof FormulaRendering>

export const FormulaLink = z.object({ kind: z.enum(formulaLinkKinds), formula: FormulaId })
export type FormulaLink = z.infer<typeof FormulaLink>

/** A fixed phrase that is followed through its renderings. It is known by its id, whatever it is called. */
export const Formula = z.object({
  id: FormulaId,
  /** In characters, the usual one first; none where only renderings are known. */
  forms: z.array(phrase).max(formulaLimits.forms),
  pinyin: z.string().max(formulaLimits.pinyin),
  gloss: z.string().max(textLimits.themeProse),
  kind: FormulaKind,
  /** What it sums up: the six pairs of one main and six pairs. */
  members: z.array(phrase).max(formulaLimits.members),
  /** Markdown. */
  memo: z.string().max(textLimits.memo),
  links: z.array(FormulaLink).max(formulaLimits.links),
  renderings: z.record(RenderingId, FormulaRendering),
  coder: CoderId,
  created: z.iso.datetime()
})
export type Formula = z.infer<typeof Formula>

/** What is said of a formula itself; its renderings change one by one. */
export const FormulaFacts = Formula.pick({
  forms: true,
  pinyin: true,
  gloss: true,
  kind: true,
  members: true,
  memo: true,
  links: true
})
export type FormulaFacts = z.infer<typeof FormulaFacts>

/** The folded words of a candidate, behind the script they are written in. No plain record can hold `__proto__`. */
export const CandidateKey = z
  .string()
  .max(formulaLimits.phrase + 10)
  .regex(/^(en|zh):./s)
export type CandidateKey = z.infer<typeof CandidateKey>

/** A candidate that somebody has looked at and wants to see no more. */
export const Dismissal = z.object({ coder: CoderId, time: z.iso.datetime() })
export type Dismissal = z.infer<typeof Dismissal>
