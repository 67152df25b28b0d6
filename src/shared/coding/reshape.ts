import { describe } from '../anchoring/describe'
import type { Annotation, Selector } from '../model/annotation'
import { uniqueCodings } from '../model/codings'
import { newAnnotation } from '../model/new-records'
import { span } from '../model/span'
import type { Batch } from '../operations/operation'
import { snapToGraphemes } from '../text/words'

/** The batch that cuts an annotation in two at an offset inside it; both keep its themes and marks, the first its memo. */
export function splitPassage(text: string, annotation: Annotation, at: number, now: string): Batch | null {
  const { document, id, selector, codings, quality, coder } = annotation
  const cut = snapToGraphemes(text, span(at, at)).start
  const first = trimmed(text, selector, selector.start, cut)
  const second = trimmed(text, selector, cut, selector.end)
  if (!first || !second) return null
  return {
    type: 'batch',
    label: 'splitPassage',
    operations: [
      { type: 'annotation.update', document, id, patch: { selector: first, modified: now } },
      { type: 'annotation.add', annotation: newAnnotation(document, second, coder, { codings, quality }) }
    ]
  }
}

/** The batch that makes two annotations of one text one: from the first's start to the last's end, with all that both say. */
export function mergePassages(text: string, one: Annotation, other: Annotation, now: string): Batch | null {
  const { document, id, selector } = one
  const start = Math.min(selector.start, other.selector.start)
  const end = Math.max(selector.end, other.selector.end)
  const whole = describe(text, span(start, end), selector.revision)
  if (!whole || other.document !== document || other.selector.revision !== selector.revision) return null
  const memo = [one.memo, other.memo].filter((each) => each !== '').join('\n\n')
  return {
    type: 'batch',
    label: 'mergePassages',
    operations: [
      {
        type: 'annotation.update',
        document,
        id,
        patch: {
          selector: whole,
          codings: uniqueCodings([...one.codings, ...other.codings]),
          quality: [...new Set([...one.quality, ...other.quality])],
          memo,
          modified: now
        }
      },
      { type: 'annotation.remove', document, id: other.id }
    ]
  }
}

/** A stretch without white space at its ends; null where nothing is left. */
function trimmed(text: string, { revision }: Selector, start: number, end: number): Selector | null {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return from < to ? describe(text, span(from, to), revision) : null
}
