import { type AlignableSentence, alignableSentences } from '../../shared/alignment/versions'
import type { DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { ok, type Result } from '../../shared/model/result'
import type { Block } from '../../shared/model/text-content'
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
    sentences: sentencesOf(blocks, document.furniture),
    text: canonicalText(blocks)
  })
}

interface Cut {
  readonly furniture: readonly number[]
  readonly sentences: readonly AlignableSentence[]
}

const cutLast = new WeakMap<readonly Block[], Cut>()

/** The sentences of a text, cut once for the same blocks and furniture: a book takes tens of milliseconds. */
function sentencesOf(blocks: readonly Block[], furniture: readonly number[]): readonly AlignableSentence[] {
  const known = cutLast.get(blocks)
  if (known && known.furniture === furniture) return known.sentences
  const sentences = alignableSentences(blocks, furniture)
  cutLast.set(blocks, { furniture, sentences })
  return sentences
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
