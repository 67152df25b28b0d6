import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { describe } from '../../shared/anchoring/describe'
import { appError, reasonOf } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { Metadata, VariorumDocument } from '../../shared/model/document'
import type { CoderId, WorkId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { newAnnotation } from '../../shared/model/new-records'
import { err, ok, type Result } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import type { Block } from '../../shared/model/text-content'
import type { SimpleOperation } from '../../shared/operations/operation'
import { canonicalText } from '../../shared/text/canonical'
import { countWords } from '../../shared/text/words'
import type { Session } from '../project/session'
import { sha256 } from '../store/hash'
import type { ParsedText } from './parsed'
import type { IncomingText } from './read-files'
import { StatedCodes } from './state-codes'
import { type CommittedText, stateAlignments } from './stated-alignment'

/** What the reader decided about one text. */
export interface Decision {
  readonly path: string
  readonly parsed: IncomingText
  readonly metadata: Omit<Metadata, 'works'>
  /** A work that is there, a title that several texts of this import share, or none. */
  readonly work: { readonly id: WorkId } | { readonly title: string } | null
  readonly furniture: readonly number[]
}

/**
 * Brings texts in as one undoable step. Texts and originals are written first; the documents appear with the
 * operation that names them, all of them or none, with the passages that their files mark and the alignments they state.
 */
export async function commitImport(
  session: Session,
  decisions: readonly Decision[],
  coder: CoderId
): Promise<Result<readonly VariorumDocument[]>> {
  const operations: SimpleOperation[] = []
  const annotations: SimpleOperation[] = []
  const works = new Map<string, WorkId>()
  const committed: CommittedText[] = []
  const codes = new StatedCodes(session.state)
  const worksOf = (work: Decision['work']): WorkId[] => {
    if (work === null) return []
    if ('id' in work) return [work.id]
    const known = works.get(work.title)
    if (known) return [known]
    const id = newId.work()
    works.set(work.title, id)
    operations.push({ type: 'work.add', work: { id, title: work.title, order: [] } })
    return [id]
  }
  for (const decision of decisions) {
    const { parsed, path } = decision
    const kept = parsed.blocks.flatMap((block, at) =>
      block.text !== '' || block.kind === 'cell' ? [at] : []
    )
    const stored = await storeFiles(session, decision, kept)
    if (!stored.ok) return stored
    const { facts, blocks } = stored.value
    const document: VariorumDocument = { ...facts, ...decision.metadata, works: worksOf(decision.work) }
    committed.push({
      document,
      blocks,
      kept,
      group: parsed.aligned === null ? null : `${path}\n${parsed.aligned}`
    })
    operations.push({ type: 'document.add', document })
    const text = canonicalText(blocks)
    for (const { path: own, ...facts } of parsed.codebook) codes.theme(own, facts)
    for (const { start, end, memo, themes: paths, coder: name } of parsed.passages) {
      const selector = end <= text.length ? describe(text, span(start, end), currentText(document)) : null
      const themes = [...new Set(paths.flatMap((each) => codes.theme(each) ?? []))]
      const annotation =
        selector && newAnnotation(document.id, selector, codes.coder(name, coder), { memo, themes })
      if (annotation) annotations.push({ type: 'annotation.add', annotation })
    }
  }
  operations.push(...codes.operations, ...stateAlignments(committed), ...annotations)
  if (operations.length === 0) return ok([])
  const done = await session.do({ type: 'batch', label: 'import', operations }, coder)
  return done.ok ? ok(committed.map(({ document }) => document)) : done
}

type Facts = Omit<VariorumDocument, keyof Metadata>

async function storeFiles(
  session: Session,
  { path, parsed, furniture }: Decision,
  kept: readonly number[]
): Promise<Result<{ facts: Facts; blocks: Block[] }>> {
  const name = basename(path)
  try {
    const bytes = await readFile(path)
    if (sha256(bytes) !== parsed.sha256) return err(appError('Conflict', 'fileChanged', { name }))
    const extension = extname(path).slice(1).toLowerCase()
    const chosen = new Set(furniture)
    const marked = new Set(kept.flatMap((at, index) => (chosen.has(at) ? [index] : [])))
    const blocks = numberBlocks({ blocks: kept.flatMap((at) => parsed.blocks[at] ?? []) }, marked)
    const text = await session.contents.addText({ format: 1, blocks })
    const original = await session.contents.addOriginal(bytes, extension)
    const now = new Date().toISOString()
    const facts: Facts = {
      id: newId.document(),
      added: now,
      original: { name, sha256: original, extension, bytes: parsed.bytes, encoding: parsed.encoding },
      revisions: [{ text, made: now, reason: 'import', coder: null, furniture: [], original: null }],
      words: blocks.reduce((sum, block, index) => sum + (marked.has(index) ? 0 : countWords(block.text)), 0),
      furniture: [...marked].sort((a, b) => a - b)
    }
    return ok({ facts, blocks })
  } catch (error) {
    return err(
      appError('StorageFailed', 'changeNotSaved', { folder: session.folder, reason: reasonOf(error) })
    )
  }
}

/** Gives each citable block its paragraph number: not headings, not what is furniture now. */
export function numberBlocks(
  { blocks }: Pick<ParsedText, 'blocks'>,
  furniture: ReadonlySet<number>
): Block[] {
  let last = 0
  return blocks.map(({ furniture: _, ...block }, index) => {
    const citable = block.kind !== 'heading' && !furniture.has(index)
    if (citable) last += 1
    return { ...block, number: citable ? last : null }
  })
}

/** The decision that takes every proposal as it is. */
export function acceptProposals(path: string, parsed: IncomingText): Decision {
  const { title, language, rendering, published, event, author, publisher, source, credit, attributes } =
    parsed
  const stated = { title, language, rendering, published, event, author, publisher, source, credit }
  return {
    path,
    parsed,
    metadata: { ...stated, notes: '', attributes },
    work: parsed.aligned === null ? null : { title: workTitle(path, parsed.aligned) },
    furniture: parsed.blocks.flatMap((block, index) => (block.furniture ? [index] : []))
  }
}

/** What the work of texts is called that a file holds aligned: as it says itself, or as the file is called. */
export function workTitle(path: string, aligned: string): string {
  return aligned === '–' ? basename(path, extname(path)) : aligned
}
