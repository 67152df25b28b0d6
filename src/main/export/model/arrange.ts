import { citedDate } from '../../../shared/excerpts/citation'
import { themeNames } from '../../../shared/excerpts/theme-path'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { ThemeId } from '../../../shared/model/ids'
import { partnersTogether } from '../../../shared/operations/parallel'
import { subtree } from '../../../shared/operations/theme-order'
import { naturalOrder } from '../../../shared/text/natural-order'
import type { ExcerptItem } from '../format'
import { compare, dateOf, placesOf, type SortedIn, type SortedPassage, sorted, themesHere } from './order'
import type { Passage } from './passage'

export type Heading = Extract<ExcerptItem, { readonly kind: 'heading' }>

/** A heading, or a passage whose excerpt stands here. */
export type Arranged<P extends Passage = Passage> =
  | Heading
  | { readonly kind: 'passage'; readonly passage: P }

/** What passages are sorted by and stand under. */
export interface ArrangedIn extends SortedIn {
  readonly options: SortedIn['options'] & Pick<ExportOptions, 'group'>
  readonly words: { readonly undated: string; readonly noThemes: string }
}

interface Group<P> {
  readonly heading: Heading
  readonly passages: readonly P[]
}

/**
 * Passages in the order in which their excerpts are written, under their headings. By theme a passage stands once under
 * each of its themes (of those that were asked for, and of the coders who count), and those without any under a heading
 * of their own, the last. Everywhere else each stands once.
 */
export function arranged<P extends SortedPassage>(
  passages: readonly P[],
  arrangedIn: ArrangedIn
): Arranged<P>[] {
  const { group, sort } = arrangedIn.options
  const own = sorted(passages, arrangedIn)
  // Parallel passages stand together wherever nothing else was asked for.
  const together = () => (sort === 'text' ? partnersTogether(own) : own)
  switch (group) {
    case 'none':
      return together().map(standing)
    case 'document':
      return written(byDocument(own, arrangedIn))
    case 'theme':
      return written(byTheme(together(), arrangedIn))
    case 'date':
      return written(byDate(together(), arrangedIn))
    case 'coder':
      return written(byCoder(together(), arrangedIn))
  }
}

function standing<P extends Passage>(passage: P): Arranged<P> {
  return { kind: 'passage', passage }
}

function written<P extends Passage>(groups: readonly Group<P>[]): Arranged<P>[] {
  return groups.flatMap(({ heading, passages }) => [heading, ...passages.map(standing)])
}

/** In the order in which the first passage of each comes. */
function byDocument<P extends SortedPassage>(own: readonly P[], { state }: ArrangedIn): Group<P>[] {
  return [...gathered(own, ({ document }) => [document])].map(([id, passages]) => ({
    heading: { ...heading(state.documents.get(id)?.title ?? id), document: id },
    passages
  }))
}

/** In the order of the codebook. */
function byTheme<P extends SortedPassage>(
  own: readonly P[],
  { state, themes, options, words }: ArrangedIn
): Group<P>[] {
  const places = placesOf(subtree(state.themes, null))
  const without: P[] = []
  const groups = gathered(own, (passage) => {
    const here = themesHere(passage, themes, options.coders)
    if (here.length === 0) without.push(passage)
    return here
  })
  const named = [...groups]
    .sort(([a], [b]) => (places.get(a) ?? places.size) - (places.get(b) ?? places.size) || compare(a, b))
    .map(([theme, passages]) => ({
      heading: { ...heading(themeNames(state.themes, theme).join(' › ') || theme), theme },
      passages
    }))
  return without.length > 0 ? [...named, { heading: heading(words.noThemes), passages: without }] : named
}

/** From the earliest on; what has no date comes last. A date that was only proposed is said to be one. */
function byDate<P extends SortedPassage>(own: readonly P[], { state, words }: ArrangedIn): Group<P>[] {
  const dates = gathered(own, ({ document }) => {
    const known = state.documents.get(document)
    return [(known && citedDate(known)) || dateOf(known)?.date || '']
  })
  const day = (text: string) => (text === '' ? '\uFFFF' : text.replaceAll(/[[\]?]/g, ''))
  return [...dates]
    .sort(([a], [b]) => compare(day(a), day(b)) || compare(a, b))
    .map(([date, passages]) => ({ heading: heading(date || words.undated), passages }))
}

/** By the names of those who highlighted them. */
function byCoder<P extends SortedPassage>(own: readonly P[], { state }: ArrangedIn): Group<P>[] {
  const name = (id: Passage['coder']) => state.info.coders[id]?.name ?? id
  return [...gathered(own, ({ coder }) => [coder])]
    .sort(([a], [b]) => naturalOrder(name(a), name(b)) || compare(a, b))
    .map(([coder, passages]) => ({ heading: heading(name(coder)), passages }))
}

function gathered<P, Key>(passages: readonly P[], keysOf: (passage: P) => readonly Key[]): Map<Key, P[]> {
  const groups = new Map<Key, P[]>()
  for (const passage of passages)
    for (const key of keysOf(passage)) {
      const group = groups.get(key)
      if (group) group.push(passage)
      else groups.set(key, [passage])
    }
  return groups
}

function heading(text: string): Heading {
  return { kind: 'heading', level: 1, text, theme: null, document: null }
}

/** The themes that were asked for, with those below them; null where none were, so that all count. */
export function themesAskedFor(
  themes: ArrangedIn['state']['themes'],
  asked: readonly ThemeId[] | undefined
): ReadonlySet<ThemeId> | null {
  return asked && asked.length > 0
    ? new Set(asked.flatMap((id) => subtree(themes, id).map((theme) => theme.id)))
    : null
}
