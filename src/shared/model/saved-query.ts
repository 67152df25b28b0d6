import { z } from 'zod'
import { ConcordanceSettings } from '../concordance/settings'
import { Trail } from '../concordance/trail'
import { CoderId, SavedQueryId } from './ids'
import { textLimits } from './text-limits'

/** A concordance that a person keeps: what was asked, and the steps that led to its lines. It is read anew as the corpus grows. */
export const SavedQuery = z.object({
  id: SavedQueryId,
  name: z.string().min(1).max(200),
  query: z.string().min(1).max(4000),
  settings: ConcordanceSettings,
  trail: Trail,
  /** Markdown. */
  memo: z.string().max(textLimits.memo),
  coder: CoderId,
  created: z.iso.datetime(),
  modified: z.iso.datetime()
})
export type SavedQuery = z.infer<typeof SavedQuery>
