import { Guid } from '../../../../shared/model/guid'
import type { ParsedPassage } from '../../parsed'
import type { ParsedCoding } from '../../parsed-sidecars'
import { instantOf } from '../parse-timestamp'
import { attribute, childrenNamed } from '../xml'
import { countingOf, standardCounting } from './counting'
import { guidOf, oneGuid, targetsOf } from './guid'
import type { LaidOut } from './laid-out'
import type { Notes } from './notes'
import { withParts } from './parts'

/** What a project says elsewhere of what selections name by its id. */
export interface Known {
  readonly coders: ReadonlyMap<string, string>
  /** The codes by their ids, each with those above it. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  readonly notes: Notes
  /** The program that wrote the project. */
  readonly origin: string
  /** Whether that was this app. */
  readonly isOwn: boolean
  /** Is told of each coding whose code is nowhere in the project. */
  readonly onUnknownCode: () => void
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
  const stated = selections.map(({ element, start, end }) => ({
    name: attribute(element, 'name') ?? '',
    start,
    end
  }))
  const count = known.isOwn
    ? standardCounting(laidOut.content)
    : countingOf(laidOut.content, stated, known.origin)
  let lost = 0
  const passages = selections.flatMap(({ element, start, end }) => {
    const [from, to] = [count(start), count(end)]
    const own = from === null || to === null ? null : { start: laidOut.startAt(from), end: laidOut.endAt(to) }
    if (own && own.end > own.start) return [{ ...own, ...codedBy(element, known) }]
    lost += codingsOn(element)
    return []
  })
  return { passages: withParts(passages, known.coders), lost: lost + unplaced(source, selections) }
}

/** How many codings hang on a selection; one that nobody coded counts as one. */
export function codingsOn(selection: Element): number {
  return Math.max(1, childrenNamed(selection, 'Coding').length)
}

/** How many codings hang on the selections of a source that does not come in, whatever their kind. */
export function codingsWithin(source: Element): number {
  const selections = Array.from(source.querySelectorAll('*')).filter(({ tagName }) =>
    /Selection$/.test(tagName)
  )
  const own = childrenNamed(source, 'Coding').length
  return selections.reduce((sum, each) => sum + codingsOn(each), own)
}

/** What is known of a selection: who made it, and who coded it with what. With nobody's code it is a passage without themes. */
export function codedBy(
  selection: Element,
  { coders, paths, notes, onUnknownCode, isOwn }: Known
): Omit<ParsedPassage, 'start' | 'end'> {
  const by = (element: Element) => {
    const id = oneGuid(attribute(element, 'creatingUser'))
    // Somebody whom the project does not name is still somebody else than who imports it.
    return id === '' ? undefined : (coders.get(id) ?? `? ${id.slice(0, 8)}`)
  }
  const when = (element: Element) => instantOf(attribute(element, 'creationDateTime'))
  const guid = Guid.safeParse(guidOf(selection))
  const memos = notes.on(selection)
  const codings: ParsedCoding[] = []
  for (const coding of childrenNamed(selection, 'Coding')) {
    memos.push(...notes.on(coding))
    const coder = by(coding) ?? by(selection) ?? ''
    for (const id of targetsOf(coding, 'CodeRef')) {
      const theme = paths.get(id)
      if (theme) codings.push({ theme: [...theme], coder, created: when(coding) ?? when(selection) })
      else onUnknownCode()
    }
  }
  const [first] = childrenNamed(selection, 'Coding')
  const modified = instantOf(attribute(selection, 'modifiedDateTime'))
  return {
    memo: isOwn ? ownWords(selection) : memos.join('\n\n'),
    themes: distinctPaths(codings),
    codings,
    coder: by(selection) ?? (first && by(first)) ?? '',
    created: when(selection) ?? (first ? when(first) : null),
    ...(modified && { modified }),
    ...(guid.success && { guid: guid.data })
  }
}

/** The memo of a passage as this app has written it: no sign of it is changed. */
function ownWords(selection: Element): string {
  return childrenNamed(selection, 'Description')[0]?.textContent ?? ''
}

function distinctPaths(codings: readonly ParsedCoding[]): string[][] {
  return [...new Map(codings.map(({ theme }) => [JSON.stringify(theme), theme])).values()]
}

function selected(element: Element, start: string | null, end: string | null): Selected[] {
  const [from, to] = [Number(start ?? Number.NaN), Number(end ?? Number.NaN)]
  return from >= 0 && to >= from ? [{ element, start: from, end: to }] : []
}

function transcribed(transcript: Element): Selected[] {
  const points = new Map(
    childrenNamed(transcript, 'SyncPoint').map((each) => [guidOf(each), attribute(each, 'position')])
  )
  const at = (element: Element, name: string) => points.get(oneGuid(attribute(element, name))) ?? null
  return childrenNamed(transcript, 'TranscriptSelection').flatMap((element) =>
    selected(element, at(element, 'fromSyncPoint'), at(element, 'toSyncPoint'))
  )
}

/** How many selections say no place that can be one. */
function unplaced(source: Element, selections: readonly Selected[]): number {
  const placed = new Set(selections.map(({ element }) => element))
  const all = [
    ...childrenNamed(source, 'PlainTextSelection'),
    ...childrenNamed(source, 'TranscriptSelection')
  ]
  return all.filter((each) => !placed.has(each)).reduce((sum, each) => sum + codingsOn(each), 0)
}
