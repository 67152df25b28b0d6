import type { HighlightSpans } from '../../shared/concordance/match'
import type { FieldCondition } from '../../shared/concordance/query'
import { themeNames } from '../../shared/excerpts/theme-path'
import type { Annotation } from '../../shared/model/annotation'
import type { CoderId, DocumentId, ThemeId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { Coder } from '../../shared/model/project'
import { span } from '../../shared/model/span'
import type { ProjectState } from '../../shared/model/state'
import { themeNameKey } from '../../shared/text/theme-name'
import { passagesIn } from '../services/passages'

/** A condition on highlights with the records that its value means. */
type Resolved =
  | { readonly field: 'theme'; readonly themes: ReadonlySet<ThemeId>; readonly negated: boolean }
  | { readonly field: 'coder'; readonly coders: ReadonlySet<CoderId>; readonly negated: boolean }
  | { readonly field: 'doubtful'; readonly doubtful: boolean; readonly negated: boolean }

/** What a condition on highlights means in a project; null where the theme or coder is not there. */
export function resolvedCondition(
  state: ProjectState,
  { field, value, negated }: FieldCondition
): Resolved | null {
  if (field === 'doubtful') return { field, doubtful: value === 'yes', negated }
  if (field === 'coder') {
    const coders = Object.values<Coder>(state.info.coders).filter(
      ({ id, name }) => id === value || name.toLowerCase() === value.toLowerCase()
    )
    return coders.length === 0 ? null : { field, coders: new Set(coders.map(({ id }) => id)), negated }
  }
  const themes = themesMeant(state, value)
  return field !== 'theme' || themes.size === 0 ? null : { field, themes, negated }
}

/** The themes that an id, a path or a name means, with those below them. */
function themesMeant({ themes }: ProjectState, value: string): Set<ThemeId> {
  const keyOf = (names: readonly string[]) => names.map((name) => themeNameKey(name.trim())).join('/')
  const wanted = keyOf(value.split('/'))
  const found = new Set<ThemeId>()
  const ids = Object.keys(themes) as ThemeId[]
  for (const id of ids) {
    const path = keyOf(themeNames(themes, id))
    if (id === value || path === wanted || path.endsWith(`/${wanted}`)) found.add(id)
  }
  for (const id of ids) if (isBelow(themes, id, found)) found.add(id)
  return found
}

function isBelow(themes: ProjectState['themes'], id: ThemeId, above: ReadonlySet<ThemeId>): boolean {
  const seen = new Set<ThemeId>()
  for (let at: ThemeId | null = id; at !== null && !seen.has(at); at = themes[at]?.parent ?? null) {
    if (above.has(at)) return true
    seen.add(at)
  }
  return false
}

/**
 * The stretches of a document's present text that the conditions of a `where` are about. Conditions that must hold are to hold
 * of one highlight together; a highlight of which a negated one holds is a stretch without hits.
 */
export function highlightSpans(
  state: ProjectState,
  document: DocumentId,
  conditions: readonly Resolved[]
): HighlightSpans {
  const all = passagesIn(state, document)?.ordered ?? []
  const wanted = conditions.filter(({ negated }) => !negated)
  const unwanted = conditions.filter(({ negated }) => negated)
  const holding = (annotation: Annotation) => {
    const themes = wanted.find((each) => each.field === 'theme')
    const coders = wanted.find((each) => each.field === 'coder')
    // Whose theme it is: a coder and a theme mean that coder's coding.
    if (themes?.field === 'theme' && coders?.field === 'coder') {
      const has = annotation.codings.some(
        ({ theme, coder }) => themes.themes.has(theme) && coders.coders.has(coder)
      )
      if (!has) return false
    }
    return wanted.every((each) => holds(annotation, each))
  }
  return {
    inside: wanted.length === 0 ? null : merged(all.filter(holding)),
    outside: merged(all.filter((annotation) => unwanted.some((each) => holds(annotation, each))))
  }
}

function holds({ codings, coder, quality }: Annotation, condition: Resolved): boolean {
  switch (condition.field) {
    case 'theme':
      return codings.some(({ theme }) => condition.themes.has(theme))
    case 'coder':
      return condition.coders.has(coder) || codings.some((each) => condition.coders.has(each.coder))
    case 'doubtful':
      return quality.includes('doubtful') === condition.doubtful
  }
}

/** Spans in the order of the text, those that touch made one. */
function merged(annotations: readonly Annotation[]): Span[] {
  const spans: Span[] = []
  for (const { selector } of annotations) {
    const last = spans.at(-1)
    if (last && selector.start <= last.end)
      spans[spans.length - 1] = span(last.start, Math.max(last.end, selector.end))
    else spans.push(span(selector.start, selector.end))
  }
  return spans
}
