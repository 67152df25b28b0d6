import { citedDate } from '../../../shared/excerpts/citation'
import { themeNames } from '../../../shared/excerpts/theme-path'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import type { ThemeId } from '../../../shared/model/ids'
import { partnersTogether } from '../../../shared/operations/parallel'
import { subtree } from '../../../shared/operations/theme-order'
import { naturalOrder } from '../../../shared/text/natural-order'
import type { ExcerptItem } from '../format'
import { compare, dateOf, placesOf, type SortedIn, sorted, themesHere } from './order'

export type Heading = Extract<ExcerptItem, { readonly kind: 'heading' }>

/** A heading, or a passage whose excerpt stands here. */
export type Arranged = Heading | { readonly kind: 'passage'; readonly annotation: Annotation }

/** What passages are sorted by and stand under. */
export interface ArrangedIn extends SortedIn {
  readonly options: SortedIn['options'] & Pick<ExportOptions, 'group'>
  readonly words: { readonly undated: string; readonly noThemes: string }
}

interface Group {
  readonly heading: Heading
  readonly passages: readonly Annotation[]
}

/**
 * Passages in the order in which their excerpts are written, under their headings. By theme a passage stands once under
 * each of its themes (of those that were asked for, and of the coders who count), and those without any under a heading
 * of their own, the last. Everywhere else each stands once.
 */
export function arranged(annotations: readonly Annotation[], arrangedIn: ArrangedIn): Arranged[] {
  const { group, sort } = arrangedIn.options
  const own = sorted(annotations, arrangedIn)
  // Parallel passages stand together wherever nothing else was asked for.
  const together = () => (sort === 'text' ? partnersTogether(own) : own)
  switch (group) {
    case 'none':
      return together().map(passage)
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

function passage(annotation: Annotation): Arranged {
  return { kind: 'passage', annotation }
}

function written(groups: readonly Group[]): Arranged[] {
  return groups.flatMap(({ heading, passages }) => [heading, ...passages.map(passage)])
}

/** In the order in which the first passage of each comes. */
function byDocument(own: readonly Annotation[], { state }: ArrangedIn): Group[] {
  return [...gathered(own, ({ document }) => [document])].map(([id, passages]) => ({
    heading: { ...heading(state.documents.get(id)?.title ?? id), document: id },
    passages
  }))
}

/** In the order of the codebook. */
function byTheme(own: readonly Annotation[], { state, themes, options, words }: ArrangedIn): Group[] {
  const places = placesOf(subtree(state.themes, null))
  const without: Annotation[] = []
  const groups = gathered(own, (annotation) => {
    const here = themesHere(annotation, themes, options.coders)
    if (here.length === 0) without.push(annotation)
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
function byDate(own: readonly Annotation[], { state, words }: ArrangedIn): Group[] {
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
function byCoder(own: readonly Annotation[], { state }: ArrangedIn): Group[] {
  const name = (id: Annotation['coder']) => state.info.coders[id]?.name ?? id
  return [...gathered(own, ({ coder }) => [coder])]
    .sort(([a], [b]) => naturalOrder(name(a), name(b)) || compare(a, b))
    .map(([coder, passages]) => ({ heading: heading(name(coder)), passages }))
}

function gathered<Key>(
  annotations: readonly Annotation[],
  keysOf: (annotation: Annotation) => readonly Key[]
): Map<Key, Annotation[]> {
  const groups = new Map<Key, Annotation[]>()
  for (const annotation of annotations)
    for (const key of keysOf(annotation)) {
      const group = groups.get(key)
      if (group) group.push(annotation)
      else groups.set(key, [annotation])
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
