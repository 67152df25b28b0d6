import type { InlineMark } from '../../../shared/model/inline-mark'
import type { XmlNode } from '../xml/xml-tree'

/** A sentence that links name, by where it stands in its block (UTF-16). */
export interface NamedStretch {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Where a highlight begins or ends in its block (UTF-16). */
export interface Anchor {
  readonly id: string
  readonly at: number
  readonly isEnd: boolean
}

export interface InlineText {
  readonly text: string
  readonly marks: readonly InlineMark[]
  /** In order, none within another. */
  readonly sentences: readonly NamedStretch[]
  readonly anchors: readonly Anchor[]
}

/** The outer ones first. */
const order: Readonly<Record<InlineMark['kind'], number>> = { link: 0, strong: 1, emphasis: 2 }

/**
 * The words of a block: sentences as `s`, highlights by an `anchor` at each end, what was set apart as `hi` and `ref`. Marks
 * may cross one another and sentences, elements may not: so they are cut where something else begins or ends.
 */
export function writeInline(block: XmlNode, inline: InlineText): void {
  const { text } = inline
  const { marks, sentences, anchors } = onWholeCharacters(inline)
  const cuts = new Set<number>([0, text.length])
  for (const { start, end } of [...marks, ...sentences]) cuts.add(start).add(end)
  for (const { at } of anchors) cuts.add(at)
  const places = [...cuts].sort((a, b) => a - b)
  const anchorsAt = new Map<number, Anchor[]>()
  for (const each of anchors) anchorsAt.set(each.at, [...(anchorsAt.get(each.at) ?? []), each])
  const writeAnchors = (into: XmlNode, at: number, isEnd: boolean) => {
    for (const each of anchorsAt.get(at) ?? [])
      if (each.isEnd === isEnd) into.add('anchor', { 'xml:id': each.id })
  }
  const byStart = marks.toSorted((a, b) => a.start - b.start)
  let [nextMark, nextSentence] = [0, 0]
  let open: InlineMark[] = []
  let container: XmlNode = block
  let sentence: NamedStretch | null = null
  writeAnchors(block, 0, true)
  for (const [index, start] of places.entries()) {
    const end = places[index + 1]
    if (end === undefined) break
    if (sentence && start >= sentence.end) {
      sentence = null
      container = block
    }
    const coming = sentences[nextSentence]
    if (coming && coming.start <= start) {
      nextSentence++
      if (coming.end > start) {
        sentence = coming
        container = block.add('s', { 'xml:id': coming.id })
      }
    }
    for (let mark = byStart[nextMark]; mark && mark.start <= start; mark = byStart[++nextMark])
      open.push(mark)
    open = open.filter((mark) => mark.end > start)
    writeAnchors(container, start, false)
    open
      .toSorted((a, b) => order[a.kind] - order[b.kind])
      .reduce(within, container)
      .text(text.slice(start, end))
    writeAnchors(container, end, true)
  }
  writeAnchors(block, text.length, false)
}

/** All places within the text and between its characters: none cuts one in two. */
function onWholeCharacters({ text, marks, sentences, anchors }: InlineText): Omit<InlineText, 'text'> {
  const whole = (at: number) => {
    const own = Math.min(Math.max(at, 0), text.length)
    return (text.codePointAt(own - 1) ?? 0) > 0xffff ? own - 1 : own
  }
  const placed = <T extends { start: number; end: number }>(each: T): T => ({
    ...each,
    start: whole(each.start),
    end: whole(each.end)
  })
  return {
    marks: marks.map(placed),
    sentences: sentences.map(placed),
    anchors: anchors.map((each) => ({ ...each, at: whole(each.at) }))
  }
}

function within(parent: XmlNode, mark: InlineMark): XmlNode {
  switch (mark.kind) {
    case 'link':
      return parent.add('ref', { target: mark.href })
    case 'strong':
      return parent.add('hi', { rend: 'bold' })
    case 'emphasis':
      return parent.add('emph')
  }
}
