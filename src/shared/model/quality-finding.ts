import { z } from 'zod'
import { CoderId } from './ids'

/**
 * What something found in the wording of a version is known by: the version, what kind of thing it is, and a sum of the words
 * that it was found in. Where these change it is another finding.
 */
export const FindingKey = z.string().regex(/^[A-Za-z0-9_-]{1,64}\.[A-Za-z]{1,20}\.[0-9a-f]{16}$/)
export type FindingKey = z.infer<typeof FindingKey>

/** What a person decided on a finding. */
export const FindingDecision = z.object({
  status: z.enum(['confirmed', 'dismissed']),
  coder: CoderId,
  time: z.iso.datetime()
})
export type FindingDecision = z.infer<typeof FindingDecision>
