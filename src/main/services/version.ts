import { LRUCache } from 'lru-cache'
import { type AlignableSentence, sentencesByBlock } from '../../shared/alignment/versions'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { ContentHash, DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { err, ok, type Result } from '../../shared/model/result'
import type { Block } from '../../shared/model/text-content'
import { canonicalText } from '../../shared/text/canonical'
import type { Session } from '../project/session'
import type { ContentStore } from '../store/content-store'
import { forEachYielding } from '../store/cooperative'
import type { OpenText } from './texts'

/** A text as it is read: its words, and the sentences outside furniture, which take part in alignment. */
interface TextRead {
  readonly blocks: readonly Block[]
  readonly text: string
  readonly sentences: readonly AlignableSentence[]
}

/** A version of a work as it is read now. */
export interface Version extends OpenText, TextRead {}

/** How many characters of texts stay cut into sentences, in UTF-16 code units: some eighty books. */
const mostCharacters = 40_000_000

/**
 * The one place that knows a text as it is read. A text never changes under its hash, so that it is cut into sentences
 * once for each set of furniture; those that were not asked for the longest go first. Cutting gives way to other work
 * every few milliseconds.
 */
export class TextReader {
  private readonly known: LRUCache<string, TextRead>
  private readonly underWay = new Map<string, Promise<Result<TextRead>>>()

  /** @param most the characters (UTF-16) of all texts kept together */
  constructor(
    private readonly contents: ContentStore,
    most = mostCharacters
  ) {
    this.known = new LRUCache<string, TextRead>({
      maxSize: most,
      // One more, so that an empty text has a size too; a cache takes nothing that is larger than itself.
      sizeCalculation: ({ text }) => Math.min(most, text.length + 1)
    })
  }

  /** How many characters are kept. */
  get size(): number {
    return this.known.calculatedSize
  }

  /** The text of a revision, with these blocks (by number) as furniture. Fails where it cannot be read. */
  async read(hash: ContentHash, furniture: readonly number[]): Promise<Result<TextRead>> {
    const key = `${hash} ${furniture.join(' ')}`
    const known = this.known.get(key)
    if (known) return ok(known)
    const reading = this.underWay.get(key) ?? this.cut(key, hash, furniture)
    this.underWay.set(key, reading)
    return reading.finally(() => this.underWay.delete(key))
  }

  private async cut(key: string, hash: ContentHash, furniture: readonly number[]): Promise<Result<TextRead>> {
    const content = await this.contents.text(hash)
    if (!content.ok) return content
    const { blocks } = content.value
    const sentences: AlignableSentence[] = []
    await forEachYielding(sentencesByBlock(blocks, furniture), (own) => {
      for (const sentence of own) sentences.push(sentence)
    })
    const read: TextRead = { blocks, text: canonicalText(blocks), sentences }
    this.known.set(key, read)
    return ok(read)
  }
}

const readers = new WeakMap<ContentStore, TextReader>()

/** The reader of a project's texts: one for as long as the project is open. */
function readerOf(contents: ContentStore): TextReader {
  const known = readers.get(contents) ?? new TextReader(contents)
  readers.set(contents, known)
  return known
}

/**
 * What reading needs of a project. Whoever waits between two looks, and must not mix two states of a text, keeps the state
 * of one moment (`readingOf`).
 */
export type Reading = Pick<Session, 'state' | 'contents'>

/** A project as it is at this moment, whatever happens to it later. */
export function readingOf({ state, contents }: Session): Reading {
  return { state, contents }
}

/** A document as it is read now. The same text with the same furniture gives the same sentences, as objects too. */
export async function readVersion({ state, contents }: Reading, id: DocumentId): Promise<Result<Version>> {
  const document = state.documents.get(id)
  if (!document) return err(appError('NotFound', 'documentMissing', { name: id }))
  const read = await readerOf(contents).read(currentText(document), document.furniture)
  return read.ok ? ok({ document, ...read.value }) : read
}

/** The sentences of any revision of a text. */
export function readRevision(
  { contents }: Reading,
  revision: ContentHash,
  furniture: readonly number[]
): Promise<Result<TextRead>> {
  return readerOf(contents).read(revision, furniture)
}

export function sentenceTexts({ sentences, text }: Pick<TextRead, 'sentences' | 'text'>): string[] {
  return sentences.map((each) => text.slice(each.start, each.end))
}

export function spansOf({ sentences }: Version, indices: readonly number[]): Span[] {
  return indices.flatMap((index) => {
    const own = sentences[index]
    return own ? [{ start: own.start, end: own.end }] : []
  })
}
