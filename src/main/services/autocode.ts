import { describe } from '../../shared/anchoring/describe'
import { Occurrences } from '../../shared/anchoring/occurrences'
import type { CitationWords } from '../../shared/excerpts/citation'
import { placeText } from '../../shared/excerpts/citation'
import { locatorOf } from '../../shared/excerpts/locator'
import type { AutocodePreview, AutocodeRow } from '../../shared/ipc/answers'
import type { Input } from '../../shared/ipc/contract'
import { appError } from '../../shared/model/app-error'
import { hasTheme } from '../../shared/model/codings'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import { freeColour } from '../../shared/model/free-colour'
import type { CoderId, DocumentId, ThemeId } from '../../shared/model/ids'
import { newAnnotation, newTheme } from '../../shared/model/new-records'
import type { Span } from '../../shared/model/offsets'
import { err, ok, type Result } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import type { ProjectState } from '../../shared/model/state'
import { batchOf } from '../../shared/operations/batch-of'
import type { Operation, SimpleOperation } from '../../shared/operations/operation'
import { childNamed } from '../../shared/operations/theme-named'
import { childrenOf } from '../../shared/operations/theme-order'
import { canonicalText, indexAt } from '../../shared/text/canonical'
import { type NavigableText, navigableText, unitAt } from '../../shared/text/caret-motion'
import { byTitle } from '../../shared/text/natural-order'
import { tidyThemeName } from '../../shared/text/theme-name'
import type { Session } from '../project/session'
import type { Finder } from '../workers/text-finder'
import { changeOnBasis } from './change-on-basis'
import { readText } from './texts'

type Request = Input<'autocode.preview'>

/** How many passages a preview lists; the rest are counted. */
const mostRows = 20_000
const contextLength = 60

/**
 * What autocoding would code: every hit of a pattern, or the sentence or paragraph around it, each once. Texts that
 * cannot be read are passed over; a pattern that is none, or takes too long, refuses the whole.
 */
export async function previewAutocode(
  session: Session,
  finder: Finder,
  { pattern, documents, unit, furniture }: Request,
  words: CitationWords,
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal
): Promise<Result<AutocodePreview>> {
  const chosen = [...session.state.documents.values()]
    .filter(({ id }) => documents === null || documents.includes(id))
    .sort(byTitle)
  const rows: AutocodeRow[] = []
  let total = 0
  let withHits = 0
  for (const [index, document] of chosen.entries()) {
    signal?.throwIfAborted()
    progress(index, chosen.length)
    const text = await readText(session, document.id)
    if (!text.ok) continue
    const walk = navigableText(text.value.blocks, document.language)
    const found = await finder.find(walk.text, walk.blocks, pattern, walk.language, signal ? { signal } : {})
    if (!found.ok) return found
    const passed = new Set(furniture ? [] : document.furniture)
    const kept = found.value.filter(({ start }) => !passed.has(indexAt(walk.blocks, start)))
    const spans = inUnits(walk, kept, unit)
    total += spans.length
    if (spans.length > 0) withHits++
    for (const own of spans.slice(0, Math.max(0, mostRows - rows.length))) {
      const block = walk.blocks[indexAt(walk.blocks, own.start)] ?? own
      const place = locatorOf(text.value.blocks, own)
      rows.push({
        document: document.id,
        revision: currentText(text.value.document),
        start: own.start,
        end: own.end,
        left: walk.text.slice(Math.max(block.start, own.start - contextLength), own.start),
        passage: walk.text.slice(own.start, own.end),
        right: walk.text.slice(own.end, Math.min(block.end, own.end + contextLength)),
        place: place ? placeText(place, words) : ''
      })
    }
  }
  return ok({ rows, total, documents: withHits })
}

/** The units around some hits; one that holds several hits once. */
function inUnits(walk: NavigableText, hits: readonly Span[], unit: Request['unit']): Span[] {
  if (unit === 'passage') return [...hits]
  const found: Span[] = []
  for (const { start } of hits) {
    const own = unitAt(walk, start, unit)
    if (own.end > own.start && own.start !== found.at(-1)?.start) found.push(own)
  }
  return found
}

/**
 * Codes passages with a theme, as one change. Where the very passage is there it gets the theme; where it has it, it is
 * left. Where a text is no longer the one that its passages were found in, nothing is coded.
 */
export async function applyAutocode(
  session: Session,
  request: Input<'autocode.apply'>,
  coder: CoderId
): Promise<Result<{ seq: number; count: number }>> {
  const ids = [...new Set(request.passages.map(({ document }) => document))]
  const done = await changeOnBasis(session, {
    coder,
    basis: (now) => [
      now.themes,
      ...ids.flatMap((id) => [now.annotations.get(id), now.documents.get(id)?.revisions])
    ],
    work: async (now) => {
      const changed = changedText(now, request.passages)
      if (changed) return err(appError('Conflict', 'documentChanged', { title: changed.title }))
      return coded(session, request, coder)
    }
  })
  return done.ok ? ok({ seq: done.value.seq, count: done.value.value }) : done
}

/** The first text that is not the one any more that its passages were found in. */
function changedText(
  { documents }: ProjectState,
  passages: Input<'autocode.apply'>['passages']
): VariorumDocument | null {
  for (const { document, revision } of passages) {
    const own = documents.get(document)
    if (own && currentText(own) !== revision) return own
  }
  return null
}

async function coded(
  session: Session,
  { passages, theme }: Input<'autocode.apply'>,
  coder: CoderId
): Promise<Result<{ operation: Operation | null; value: number }>> {
  const operations: SimpleOperation[] = []
  const id = 'id' in theme ? theme.id : themeOf(session, theme.name, operations)
  const byDocument = new Map<DocumentId, Span[]>()
  for (const { document, start, end } of passages) {
    const own = byDocument.get(document) ?? []
    own.push(span(start, end))
    byDocument.set(document, own)
  }
  const before = operations.length
  const now = new Date().toISOString()
  for (const [document, spans] of byDocument) {
    const text = await readText(session, document)
    if (!text.ok) return text
    const canonical = canonicalText(text.value.blocks)
    const revision = currentText(text.value.document)
    const there = passagesOf(session, document, revision)
    const occurrences = new Occurrences(canonical)
    for (const own of spans) {
      const known = there.get(`${own.start} ${own.end}`)
      if (known && hasTheme(known, id)) continue
      const selector = describe(canonical, own, revision, occurrences)
      if (known)
        operations.push({
          type: 'coding.add',
          document,
          id: known.id,
          coding: { theme: id, coder, created: now },
          modified: now
        })
      else if (selector)
        operations.push({
          type: 'annotation.add',
          annotation: newAnnotation(document, selector, coder, { themes: [id] })
        })
    }
  }
  const count = operations.length - before
  return ok({ operation: count === 0 ? null : batchOf('autocode', operations), value: count })
}

/** The theme at the top level that a name means; where there is none it is made. */
function themeOf(session: Session, name: string, operations: SimpleOperation[]): ThemeId {
  const { themes } = session.state
  const known = childNamed(themes, null, name)
  if (known) return known.id
  const theme = newTheme(tidyThemeName(name), freeColour(themes), null)
  operations.push({ type: 'theme.add', theme, index: childrenOf(themes, null).length })
  return theme.id
}

function passagesOf(session: Session, document: DocumentId, revision: string) {
  const own = [...(session.state.annotations.get(document)?.values() ?? [])]
  return new Map(
    own
      .filter(({ selector }) => selector.revision === revision)
      .map((each) => [`${each.selector.start} ${each.selector.end}`, each] as const)
  )
}
