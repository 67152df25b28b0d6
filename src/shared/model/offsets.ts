import { z } from 'zod'

/** A count of UTF-16 code units from the start of a document's canonical text. */
export const Utf16Offset = z.int().min(0).brand<'Utf16Offset'>()
export type Utf16Offset = z.infer<typeof Utf16Offset>

/** A count of Unicode code points from the start of a text, as W3C annotations and REFI-QDA count. */
export const CodePointOffset = z.int().min(0).brand<'CodePointOffset'>()
export type CodePointOffset = z.infer<typeof CodePointOffset>

/** A stretch of canonical text, in UTF-16 code units, end exclusive. */
export const Span = z.object({ start: Utf16Offset, end: Utf16Offset })
export type Span = z.infer<typeof Span>
