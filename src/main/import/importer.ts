import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { Metadata, VariorumDocument } from '../../shared/model/document'
import type { CoderId, DocumentId, WorkId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import type { Block } from '../../shared/model/text-content'
import type { SimpleOperation } from '../../shared/operations/operation'
import { countWords } from '../../shared/text/words'
import type { Session } from '../project/session'
import { sha256 } from '../store/hash'
import { gather } from './gather'
import type { ParsedFile } from './parsed'
import type { Parser } from './parser'
import { formatOf } from './supported'

/** One file on its way in. `known` is the document that has the same bytes already. */
export interface ReadFile {
  readonly path: string
  readonly name: string
  readonly result: Result<ParsedFile>
  readonly known: DocumentId | null
}

/** Reads everything under the paths. Refused files come back with their reason; none stops the others. Nothing comes back of a reading that was cancelled. */
export async function readFiles(
  parser: Parser,
  state: ProjectState,
  paths: readonly string[],
  onProgress: (done: number, total: number) => void = () => {},
  isCancelled: () => boolean = () => false
): Promise<ReadFile[]> {
  const { files, problems } = await gather(paths)
  const known = new Map(
    Array.from(state.documents.values(), (each) => [each.original.sha256 as string, each.id])
  )
  const read: ReadFile[] = problems.map(({ path, error }) => ({
    path,
    name: basename(path),
    result: err(error),
    known: null
  }))
  const seen = new Set<string>()
  for (const [index, path] of files.entries()) {
    if (isCancelled()) return []
    onProgress(index, files.length)
    const name = basename(path)
    const result = formatOf(path)
      ? await parser.parse(path)
      : err(appError('Unsupported', 'fileUnsupported', { name, extension: extname(path) || '–' }))
    if (result.ok && seen.has(result.value.sha256)) {
      read.push({ path, name, result: err(appError('Conflict', 'fileTwice', { name })), known: null })
      continue
    }
    if (result.ok) seen.add(result.value.sha256)
    read.push({ path, name, result, known: result.ok ? (known.get(result.value.sha256) ?? null) : null })
  }
  onProgress(files.length, files.length)
  return read
}

/** What the reader decided about one file. */
export interface Decision {
  readonly path: string
  readonly parsed: ParsedFile
  readonly metadata: Omit<Metadata, 'works'>
  /** A work that is there, a title that several files of this import share, or none. */
  readonly work: { readonly id: WorkId } | { readonly title: string } | null
  readonly furniture: readonly number[]
}

/**
 * Brings files in as one undoable step. Texts and originals are written first; the documents appear with the
 * operation that names them, all of them or none.
 */
export async function commitImport(
  session: Session,
  decisions: readonly Decision[],
  coder: CoderId
): Promise<Result<readonly VariorumDocument[]>> {
  const operations: SimpleOperation[] = []
  const works = new Map<string, WorkId>()
  const documents: VariorumDocument[] = []
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
    const stored = await storeFiles(session, decision)
    if (!stored.ok) return stored
    const document: VariorumDocument = {
      ...stored.value,
      ...decision.metadata,
      works: worksOf(decision.work)
    }
    documents.push(document)
    operations.push({ type: 'document.add', document })
  }
  if (operations.length === 0) return ok([])
  const done = await session.do({ type: 'batch', label: 'import', operations }, coder)
  return done.ok ? ok(documents) : done
}

type Stored = Omit<VariorumDocument, keyof Metadata>

async function storeFiles(session: Session, { path, parsed, furniture }: Decision): Promise<Result<Stored>> {
  const name = basename(path)
  try {
    const bytes = await readFile(path)
    if (sha256(bytes) !== parsed.sha256) return err(appError('Conflict', 'fileChanged', { name }))
    const extension = extname(path).slice(1).toLowerCase()
    const marked = new Set(furniture)
    const blocks = numberBlocks(parsed, marked)
    const text = await session.contents.addText({ format: 1, blocks })
    const original = await session.contents.addOriginal(bytes, extension)
    const now = new Date().toISOString()
    return ok({
      id: newId.document(),
      added: now,
      original: { name, sha256: original, extension, bytes: parsed.bytes, encoding: parsed.encoding },
      revisions: [{ text, made: now, reason: 'import', coder: null, furniture: [], original: null }],
      words: blocks.reduce((sum, block, index) => sum + (marked.has(index) ? 0 : countWords(block.text)), 0),
      furniture: [...marked].sort((a, b) => a - b)
    })
  } catch (error) {
    return err(storageError(session.folder, error))
  }
}

function storageError(folder: string, error: unknown): AppError {
  return appError('StorageFailed', 'changeNotSaved', { folder, reason: reasonOf(error) })
}

/** Gives each citable block its paragraph number: not headings, not what is furniture now. */
export function numberBlocks(
  { blocks }: Pick<ParsedFile, 'blocks'>,
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
export function acceptProposals(path: string, parsed: ParsedFile): Decision {
  const { title, language, rendering, published, event, author, publisher, source, credit } = parsed
  return {
    path,
    parsed,
    metadata: { title, language, rendering, published, event, author, publisher, source, credit, notes: '' },
    work: null,
    furniture: parsed.blocks.flatMap((block, index) => (block.furniture ? [index] : []))
  }
}
