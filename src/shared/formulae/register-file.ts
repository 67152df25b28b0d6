import { z } from 'zod'
import { FormulaKind, RenderingStatus } from '../model/formula'
import { formulaLimits, formulaLinkKinds } from '../model/formula-kinds'
import { languageTag } from '../model/metadata-limits'
import { textLimits } from '../model/text-limits'

const phrase = z.string().min(1).max(formulaLimits.phrase)

/** One formula of a register. What says nothing may be left out. */
export const RegisterEntry = z
  .object({
    forms: z.array(phrase).max(formulaLimits.forms),
    kind: FormulaKind,
    gloss: z.string().max(textLimits.themeProse),
    /** Accepted, in the language of the register, with nothing more to be said of them. */
    renderings: z.array(phrase).max(2000),
    members: z.array(phrase).max(formulaLimits.members).default([]),
    /** To other entries, by their first forms; those that have none are called by their first rendering. */
    links: z.array(z.object({ kind: z.enum(formulaLinkKinds), form: phrase })).default([]),
    pinyin: z.string().max(formulaLimits.pinyin).optional(),
    memo: z.string().max(textLimits.memo).optional(),
    /** Renderings in another language, rejected ones, and those with a note. */
    decided: z
      .array(
        z.object({
          words: phrase,
          language: z.string().regex(languageTag),
          status: RenderingStatus,
          note: z.string().max(textLimits.themeProse)
        })
      )
      .max(2000)
      .optional()
  })
  .refine(({ forms, renderings, decided }) => forms.length + renderings.length + (decided?.length ?? 0) > 0)
export type RegisterEntry = z.infer<typeof RegisterEntry>

/** A register as a file of its own: `corpus/formulae.json`. */
export const RegisterFile = z.object({
  kind: z.literal('variorum-register'),
  format: z.literal(1),
  title: z.string().max(300),
  licence: z.string().max(1000),
  /** Of the renderings. */
  language: z.string().regex(languageTag),
  formulae: z.array(RegisterEntry).max(20_000)
})
export type RegisterFile = z.infer<typeof RegisterFile>

/** What an entry is called by others. */
export function entryName({ forms, renderings, decided }: RegisterEntry): string {
  return forms[0] ?? renderings[0] ?? decided?.[0]?.words ?? ''
}
