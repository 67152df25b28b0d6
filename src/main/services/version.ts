import { type AlignableSentence, alignableSentences } from '../../shared/alignment/versions'
import type { DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { ok, type Result } from '../../shared/model/result'
import { canonicalText } from '../../shared/text/canonical'
import type { Session } from '../project/session'
import { type OpenText, readText } from './texts'

/** A version of a work as it is read now: its text and the sentences that take part in alignment. */
export interface Version extends OpenText {
  readonly sentences: readonly AlignableSentence[]
  readonly text: string
}

export async function readVersion(session: Session, id: DocumentId): Promise<Result<Version>> {
  const read = await readText(session, id)
  if (!read.ok) return read
  const { document, blocks } = read.value
  return ok({
    document,
    blocks,
    sentences: alignableSentences(blocks, document.furniture),
    text: canonicalText(blocks)
  })
}

export function sentenceTexts({ sentences, text }: Version): string[] {
  return sentences.map((each) => text.slice(each.start, each.end))
}

export function spansOf({ sentences }: Version, indices: readonly number[]): Span[] {
  return indices.flatMap((index) => {
    const own = sentences[index]
    return own ? [{ start: own.start, end: own.end }] : []
  })
}
