import { describe } from '../../shared/anchoring/describe'
import { findQuote } from '../../shared/anchoring/find-quote'
import { Annotation } from '../../shared/model/annotation'
import { appError, gone } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { CoderId, DocumentId, ThemeId } from '../../shared/model/ids'
import { newAnnotation, newTheme } from '../../shared/model/new-records'
import { themeColours } from '../../shared/model/palette'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { Theme } from '../../shared/model/theme'
import { batchOf } from '../../shared/operations/batch-of'
import { joinedMemos } from '../../shared/operations/joined-passages'
import type { SimpleOperation } from '../../shared/operations/operation'
import { childNamed } from '../../shared/operations/theme-named'
import { childrenOf } from '../../shared/operations/theme-order'
import { canonicalText } from '../../shared/text/canonical'
import { tidyThemeName } from '../../shared/text/theme-name'
import type { Session } from '../project/session'
import { readText } from './texts'

export interface QuoteRequest {
  readonly document: DocumentId
  readonly quote: string
  readonly themePath: string
  readonly memo: string
  /** Which occurrence is meant, from 1; null where there has to be one alone. */
  readonly nth: number | null
}

/**
 * Annotates the passage that a quote names; the theme's path is created as far as it is missing. All of it is one
 * change with what has to be there `before`, the coder, say: either all of it happens or nothing. It is worked out on the
 * project as it is when it is written; refused as a Conflict where the text has become another since the quote was found.
 */
export async function annotateQuote(
  session: Session,
  request: QuoteRequest,
  coder: CoderId,
  before: readonly SimpleOperation[] = []
): Promise<Result<Annotation>> {
  const unfit = pathProblem(request.themePath) ?? memoProblem(request.memo)
  if (unfit) return err(unfit)
  const read = await readText(session, request.document)
  if (!read.ok) return read
  const text = canonicalText(read.value.blocks)
  const places = findQuote(text, request.quote)
  const quote = request.quote.slice(0, 60)
  if (places.length === 0) return err(appError('NotFound', 'quoteMissing', { quote }))
  if (places.length > 1 && request.nth === null) {
    const where = places.map((place, index) => `${index + 1}: ${place.start}–${place.end}`).join(', ')
    return err(appError('Conflict', 'quoteAmbiguous', { quote, count: places.length, places: where }))
  }
  const place = places[(request.nth ?? 1) - 1]
  if (!place)
    return err(
      appError('NotFound', 'quoteNthMissing', { quote, count: places.length, nth: request.nth ?? 1 })
    )
  const selector = describe(text, place, currentText(read.value.document))
  if (!selector) return err(appError('NotFound', 'quoteMissing', { quote }))
  let made: Annotation | null = null
  const done = await session.change((now) => {
    const document = now.documents.get(request.document)
    if (!document) return err(gone('document', request.document))
    if (currentText(document) !== selector.revision)
      return err(appError('Conflict', 'documentChanged', { title: document.title }))
    const planned = annotating(now, request, selector, coder)
    if (!planned.ok) return planned
    made = planned.value.annotation
    const { operations } = planned.value
    return ok(operations.length === 0 ? null : batchOf('recode', [...before, ...operations]))
  }, coder)
  if (!done.ok) return done
  return made ? ok(made) : err(gone('document', request.document))
}

/** What makes an annotation of a passage, in a state of the project; nothing where it is there and has nothing new to say. */
function annotating(
  state: ProjectState,
  { document, themePath, memo }: QuoteRequest,
  selector: Annotation['selector'],
  coder: CoderId
): Result<{ annotation: Annotation; operations: SimpleOperation[] }> {
  const { operations, theme } = ensurePath(state, splitPath(themePath))
  const there = sameCoding(state, document, selector, theme, coder)
  if (there) return withMemo(there, memo)
  const annotation = newAnnotation(document, selector, coder, { themes: [theme], memo })
  return ok({ annotation, operations: [...operations, { type: 'annotation.add', annotation }] })
}

/** The annotation that has the very same words to which the same coder gave the same theme. */
function sameCoding(
  state: ProjectState,
  document: DocumentId,
  { revision, start, end }: Annotation['selector'],
  theme: ThemeId,
  coder: CoderId
): Annotation | undefined {
  return [...(state.annotations.get(document)?.values() ?? [])].find(
    ({ selector, codings }) =>
      selector.revision === revision &&
      selector.start === start &&
      selector.end === end &&
      codings.some((each) => each.theme === theme && each.coder === coder)
  )
}

/** Coded already: the passage stays one, and what is said of it goes under what was said before. */
function withMemo(
  there: Annotation,
  memo: string
): Result<{ annotation: Annotation; operations: SimpleOperation[] }> {
  const joined = joinedMemos(there.memo, memo)
  if (joined === there.memo) return ok({ annotation: there, operations: [] })
  const unfit = memoProblem(joined)
  if (unfit) return err(unfit)
  const patch = { memo: joined, modified: new Date().toISOString() }
  const { document, id } = there
  return ok({
    annotation: { ...there, ...patch },
    operations: [{ type: 'annotation.update', document, id, patch }]
  })
}

/** Why a path cannot name a theme: a name in it is empty or too long. Null where it can. */
export function pathProblem(path: string): AppError | null {
  const names = splitPath(path)
  const most = Theme.shape.name.maxLength ?? 0
  if (names.some((name) => name === ''))
    return appError('Invalid', 'themePathEmpty', { path: path.slice(0, 60) })
  const long = names.find((name) => name.length > most)
  return long === undefined
    ? null
    : appError('Invalid', 'themeNameTooLong', { name: `${long.slice(0, 60)}…`, length: long.length, most })
}

function memoProblem({ length }: string): AppError | null {
  const most = Annotation.shape.memo.maxLength ?? 0
  return length > most ? appError('Invalid', 'memoTooLong', { length, most }) : null
}

/** Splits `a/b\/c` into the names `a` and `b/c`. */
export function splitPath(path: string): string[] {
  return path.split(/(?<!\\)\//).map((name) => tidyThemeName(name.replaceAll('\\/', '/')))
}

/** The theme at a path, with the operations that create what is missing of it. */
export function ensurePath(
  state: ProjectState,
  path: readonly string[]
): { operations: SimpleOperation[]; theme: ThemeId } {
  const operations: SimpleOperation[] = []
  let parent: ThemeId | null = null
  let known = true
  for (const name of path) {
    const siblings: Theme[] = known ? childrenOf(state.themes, parent) : []
    const found: Theme | undefined = known ? childNamed(state.themes, parent, name) : undefined
    if (found) {
      parent = found.id
      continue
    }
    const colour =
      parent === null || !known ? colourFor(siblings.length) : (state.themes[parent]?.colour ?? colourFor(0))
    const theme = newTheme(name, colour, parent)
    operations.push({ type: 'theme.add', theme, index: siblings.length })
    parent = theme.id
    known = false
  }
  if (parent === null) throw new Error('an empty path names no theme')
  return { operations, theme: parent }
}

function colourFor(index: number) {
  return themeColours[index % themeColours.length] ?? '#c98a1b'
}
