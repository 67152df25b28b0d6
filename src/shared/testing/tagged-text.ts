import { describe } from '../anchoring/describe'
import type { Annotation } from '../model/annotation'
import type { DocumentId } from '../model/ids'
import { span } from '../model/span'
import { hash, makeAnnotation } from './sample-records'

/** A text for tests with positions written into it. */
export interface TaggedText {
  readonly text: string
  /** The offset of each tag, in UTF-16 code units of the text without tags. */
  readonly at: Readonly<Record<string, number>>
}

/**
 * Reads positions out of a text, as the tests of ProseMirror do: `p("one <a>two<b> three")` is the text `one two three`
 * with `a` at 4 and `b` at 7. A tag that is named twice is an error.
 */
export function p(tagged: string): TaggedText {
  const at: Record<string, number> = {}
  let text = ''
  let read = 0
  for (const { 0: tag, 1: name = '', index } of tagged.matchAll(/<(\w+)>/g)) {
    text += tagged.slice(read, index)
    read = index + tag.length
    if (name in at) throw new Error(`<${name}> stands twice in “${tagged}”`)
    at[name] = text.length
  }
  return { text: text + tagged.slice(read), at }
}

/** The offset of a tag; an error where the text has no such tag. */
export function tag({ at }: TaggedText, name: string): number {
  const offset = at[name]
  if (offset === undefined) throw new Error(`there is no <${name}>`)
  return offset
}

/** An annotation between two tags. */
export function annotationBetween(
  tagged: TaggedText,
  start: string,
  end: string,
  { id, created, document = 'd1' }: { id: string; created?: string; document?: string }
): Annotation {
  const selector = describe(tagged.text, span(tag(tagged, start), tag(tagged, end)), hash)
  if (!selector) throw new Error(`nothing stands between <${start}> and <${end}>`)
  const made = makeAnnotation(id, document)
  return { ...made, created: created ?? made.created, document: document as DocumentId, selector }
}
