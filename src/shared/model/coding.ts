import { z } from 'zod'
import { CoderId, ThemeId } from './ids'

/** A theme that a person has put on a passage. Several people may put the same theme on one passage: each coding is its own. */
export const Coding = z.object({ theme: ThemeId, coder: CoderId, created: z.iso.datetime() })
export type Coding = z.infer<typeof Coding>
