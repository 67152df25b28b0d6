import type { Mark, Node } from 'prosemirror-model'
import type { InlineMark } from '../../shared/model/inline-mark'
import { cutAtDirectionMarks } from '../../shared/text/direction-marks'
import { schema } from './schema'

/**
 * The text of a block as nodes: what is set apart bears its marks, and marks of direction are nodes of their own, so that
 * they can be seen and turn nothing but themselves. Offsets are the text's own.
 */
export function textNodes(text: string, marks: readonly InlineMark[] = []): Node[] {
  if (text === '') return []
  if (marks.length === 0) return directed(text, [])
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) for (const at of [start, end]) if (at < text.length) cuts.add(at)
  const places = [...cuts].sort((a, b) => a - b)
  return places.flatMap((from, index) => {
    const to = places[index + 1]
    if (to === undefined) return []
    const own = marks.filter(({ start, end }) => start <= from && end >= to)
    return directed(text.slice(from, to), own.map(asMark))
  })
}

function directed(text: string, marks: readonly Mark[]): Node[] {
  return cutAtDirectionMarks(text).map(({ text: piece, isMark }) =>
    schema.text(piece, isMark ? [...marks, schema.mark('direction')] : marks)
  )
}

function asMark(mark: InlineMark): Mark {
  return schema.mark(mark.kind, mark.kind === 'link' ? { href: mark.href } : null)
}
