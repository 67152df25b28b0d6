import { z } from 'zod'

/**
 * What counts as the same, each a switch. True (or the looser choice): the difference does not matter. Signs without width
 * and soft hyphens never count where `invisible` is on.
 */
export const Sameness = z.object({
  /** A = a */
  case: z.boolean(),
  /** é = e; composed and decomposed letters are alike in any case */
  accents: z.boolean(),
  /** Ａ = A, ﬁ = fi */
  width: z.boolean(),
  /** ’ = ' = ʼ, “ = " */
  quotes: z.boolean(),
  /** `alike`: ‐ = – = -. `optional`: also co-operate = cooperate. */
  hyphens: z.enum(['asWritten', 'alike', 'optional']),
  /** Soft hyphens, joiners and other signs without width are passed over. */
  invisible: z.boolean(),
  /** 后 = 後, 发 = 發 = 髮 */
  chinese: z.boolean(),
  /** run = runs = running = ran; of English words only */
  inflection: z.boolean(),
  /** ß = ss */
  sharpS: z.boolean(),
  /** A phrase may run over the end of a paragraph. */
  lineBreaks: z.boolean(),
  /** A phrase may run into or out of emphasis and links. */
  emphasis: z.boolean()
})
export type Sameness = z.infer<typeof Sameness>

export const ConcordanceSettings = z.object({
  same: Sameness,
  /** A plain word is a whole word. Off: also a part of one. Chinese is found anywhere in any case. */
  wholeWords: z.boolean(),
  /** Boilerplate is searched too. */
  furniture: z.boolean(),
  /** What a word is in Chinese: by the dictionary, or each character. */
  chineseWords: z.enum(['dictionary', 'characters'])
})
export type ConcordanceSettings = z.infer<typeof ConcordanceSettings>
