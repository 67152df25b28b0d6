import { z } from 'zod'
import { DocumentId, FormulaId, RenderingId } from '../model/ids'

/** Places in text that stands nearly alike in an earlier text of another work do not count. */
const copiesOnce = z.boolean()

/**
 * What a window asks of the register of formulae. The formulae themselves are part of the project and change by operations; these
 * give what is found in the texts. `candidates` and `propose` take their time: they are jobs, and can be cancelled.
 */
export const formulaMethods = {
  /** The counts of all formulae; null: of all places. */
  'formulae.register': z.object({ copiesOnce }).nullable(),
  /** Where formulae stand in some texts. */
  'formulae.inTexts': z.object({ documents: z.array(DocumentId).max(20) }),
  'formulae.spread': z.object({ formula: FormulaId, copiesOnce }),
  /** `rendering`: one rendering, null the source forms, `all` everything. `documents`: in these texts only; null in all. */
  'formulae.lines': z.object({
    copiesOnce,
    formula: FormulaId,
    rendering: z.union([RenderingId, z.literal('all')]).nullable(),
    documents: z.array(DocumentId).max(20_000).nullable(),
    from: z.int().min(0),
    count: z.int().min(1).max(500)
  }),
  'formulae.candidates': z.object({ count: z.int().min(1).max(2000) }),
  'formulae.propose': z.object({ formula: FormulaId.nullable() }),
  'formulae.numbers': z.null(),
  'formulae.pinyin': z.object({ form: z.string().max(300) }),
  /** Takes the register that comes with the app into the project. */
  'formulae.takeStarter': z.null(),
  /** Has a person choose a register (a file of this program, a termbase, a table), and takes it in; null where none was chosen. */
  'formulae.takeFile': z.null()
}
