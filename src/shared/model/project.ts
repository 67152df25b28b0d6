import { z } from 'zod'
import { AttributeName, AttributeType } from './attribute'
import { CandidateKey, Dismissal, Formula } from './formula'
import { Guid } from './guid'
import { CoderId, FormulaId, ProjectId, SavedQueryId } from './ids'
import { FindingDecision, FindingKey } from './quality-finding'
import { SavedQuery } from './saved-query'
import { textLimits } from './text-limits'

/** The version of the project folder's format that this build writes. A newer one is refused, an older one migrated. */
export const formatVersion = 6

export const Colour = z.string().regex(/^#[0-9a-f]{6}$/)
export type Colour = z.infer<typeof Colour>

/** The person who annotates. */
export const Coder = z.object({
  id: CoderId,
  name: z.string().min(1).max(textLimits.coderName),
  colour: Colour,
  guid: Guid.optional()
})
export type Coder = z.infer<typeof Coder>

export const ProjectInfo = z.object({
  id: ProjectId,
  name: z.string().min(1).max(300),
  created: z.iso.datetime(),
  coders: z.record(CoderId, Coder),
  /** What the values of attributes are, by name; one that is not named holds text. */
  attributes: z.record(AttributeName, AttributeType),
  /** The concordances that are kept; none in what earlier versions wrote. */
  queries: z.record(SavedQueryId, SavedQuery).default({}),
  /** The register of formulae, and the candidates that nobody wants to see again; none in what earlier versions wrote. */
  formulae: z.record(FormulaId, Formula).default({}),
  dismissed: z.record(CandidateKey, Dismissal).default({}),
  /** What was decided on findings in the wording of versions; none in what earlier versions wrote. */
  findings: z.record(FindingKey, FindingDecision).default({})
})
export type ProjectInfo = z.infer<typeof ProjectInfo>
