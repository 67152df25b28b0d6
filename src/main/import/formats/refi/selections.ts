import type { ParsedPassage } from '../../parsed'
import { instantOf } from '../instant'
import { attribute, childrenNamed } from '../xml'
import { countingOf } from './counting'
import { guidOf, targetsOf } from './guid'
import type { LaidOut } from './laid-out'
import type { Notes } from './notes'

/** What a project says elsewhere of what selections name by its id. */
export interface Known {
  readonly coders: ReadonlyMap<string, string>
  /** The codes by their ids, each with those above it. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  readonly notes: Notes
}

interface Selected {
  readonly element: Element
  /** Where it begins and ends in the program's own counting. */
  readonly start: number
  readonly end: number
}

/** The passages of a text, and how many of its selections hold no words of it. */
export interface Passages {
  readonly passages: ParsedPassage[]
  readonly lost: number
}

/** The selections of a text as passages of what it is laid out as; those of a transcript go from one point in time to another. */
export function passagesIn(source: Element, laidOut: LaidOut, known: Known): Passages {
  const selections = [
    ...childrenNamed(source, 'PlainTextSelection').flatMap((element) =>
      selected(element, attribute(element, 'startPosition'), attribute(element, 'endPosition'))
    ),
    ...transcribed(source)
  ]
  const named = selections.map(({ element, start }) => ({ name: attribute(element, 'name') ?? '', start }))
  const count = countingOf(laidOut.content, named)
  let lost = 0
  const passages = selections.flatMap(({ element, start, end }) => {
    const own = { start: laidOut.startAt(count(start)), end: laidOut.endAt(count(end)) }
    if (own.end > own.start) return codedBy(element, known).map((coded) => ({ ...own, ...coded }))
    lost++
    return []
  })
  return { passages, lost: lost + unplaced(source, selections) }
}

/** Who coded a selection with what, a passage for each coder; with nobody's code it is a passage without themes. */
export function codedBy(
  selection: Element,
  { coders, paths, notes }: Known
): Omit<ParsedPassage, 'start' | 'end'>[] {
  const by = (element: Element) => coders.get(attribute(element, 'creatingUser') ?? '')
  const when = (element: Element) => instantOf(attribute(element, 'creationDateTime'))
  const coded = new Map<string, { themes: string[][]; created: string | null }>()
  const memos = notes.on(selection)
  for (const coding of childrenNamed(selection, 'Coding')) {
    memos.push(...notes.on(coding))
    const coder = by(coding) ?? by(selection) ?? ''
    const own = coded.get(coder) ?? { themes: [], created: when(coding) ?? when(selection) }
    own.themes.push(...targetsOf(coding, 'CodeRef').flatMap((id) => [[...(paths.get(id) ?? [])]]))
    coded.set(coder, own)
  }
  if (coded.size === 0) coded.set(by(selection) ?? '', { themes: [], created: when(selection) })
  return Array.from(coded, ([coder, { themes, created }], index) => ({
    memo: index === 0 ? memos.join('\n\n') : '',
    themes: themes.filter((path) => path.length > 0),
    coder,
    created
  }))
}

function selected(element: Element, start: string | null, end: string | null): Selected[] {
  const [from, to] = [Number(start ?? Number.NaN), Number(end ?? Number.NaN)]
  return from >= 0 && to >= from ? [{ element, start: from, end: to }] : []
}

function transcribed(transcript: Element): Selected[] {
  const points = new Map(
    childrenNamed(transcript, 'SyncPoint').map((each) => [guidOf(each), attribute(each, 'position')])
  )
  const at = (element: Element, name: string) => points.get(attribute(element, name) ?? '') ?? null
  return childrenNamed(transcript, 'TranscriptSelection').flatMap((element) =>
    selected(element, at(element, 'fromSyncPoint'), at(element, 'toSyncPoint'))
  )
}

/** How many selections say no place that can be one. */
function unplaced(source: Element, selections: readonly Selected[]): number {
  const all = [
    ...childrenNamed(source, 'PlainTextSelection'),
    ...childrenNamed(source, 'TranscriptSelection')
  ]
  return all.length - selections.length
}
