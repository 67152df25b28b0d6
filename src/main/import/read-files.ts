import { basename, extname } from 'node:path'
import { appError } from '../../shared/model/app-error'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { ImportWarning } from '../../shared/model/import-warning'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { type CollectedFiles, collectFiles, type FoundFile, shownPath, type Unpacker } from './collect-files'
import type { ImportedCodebook, ParsedFile, ParsedText, ParseOptions } from './parsed'
import type { ParsedSidecar } from './parsed-sidecars'
import type { Parser } from './parser'
import { formatOf } from './supported'

/** A text on its way in, with what is known of the file it comes from. */
export interface IncomingText extends ParsedText {
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly brought: ImportedCodebook
}

/** One text of a file on its way in, or a file that was refused. `known` is the document that has the same bytes already. */
export interface ReadFile {
  readonly path: string
  /** Where a person finds it; of what an archive holds, its place in there. */
  readonly shown: string
  readonly name: string
  readonly result: Result<IncomingText>
  readonly known: DocumentId | null
}

/** What a file says about a text that lies elsewhere, or a codebook that it holds without texts. */
export interface ReadSidecar {
  readonly path: string
  /** As of a text. */
  readonly shown: string
  readonly name: string
  readonly warnings: readonly ImportWarning[]
  readonly about: ParsedSidecar | { readonly kind: 'codebook'; readonly brought: ImportedCodebook }
}

export interface ReadAll extends Pick<CollectedFiles, 'unpacked'> {
  readonly read: ReadFile[]
  readonly sidecars: ReadSidecar[]
}

/** Reads everything under the paths. Refused files come back with their reason; none stops the others. Nothing comes back of a reading that was cancelled. */
export async function readFiles(
  parser: Parser,
  state: ProjectState,
  paths: readonly string[],
  onProgress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal
): Promise<ReadAll> {
  const { files, problems, unpacked, archives } = await collectFiles(paths, unpackerOf(parser, signal))
  const shownOf = (path: string) => shownPath(path, archives)
  const read: ReadFile[] = problems.map(({ path, error }) => ({
    path,
    shown: shownOf(path),
    name: basename(path),
    result: err(error),
    known: null
  }))
  const sidecars: ReadSidecar[] = []
  const known = knownFiles(state)
  const seen = new Set<string>()
  for (const [index, { path, folders }] of files.entries()) {
    if (signal?.aborted) return { read: [], sidecars: [], unpacked }
    onProgress(index, files.length)
    const name = basename(path)
    const shown = shownOf(path)
    const result = formatOf(path)
      ? await parser.parse(path, {}, signal)
      : err(appError('Unsupported', 'fileUnsupported', { name, extension: extname(path) || '–' }))
    if (result.ok && seen.has(result.value.sha256)) {
      read.push({ path, shown, name, result: err(appError('Conflict', 'fileTwice', { name })), known: null })
      continue
    }
    if (result.ok) seen.add(result.value.sha256)
    read.push(...textsIn({ path, shown, folders }, result, known))
    if (result.ok) sidecars.push(...sidecarsIn(path, shown, result.value))
  }
  onProgress(files.length, files.length)
  return { read, sidecars, unpacked }
}

/** What unpacks archives for one reading, and stops with it. */
function unpackerOf(parser: Parser, signal: AbortSignal | undefined): Unpacker {
  return { unpack: (path, folder, limits) => parser.unpack(path, folder, limits, signal) }
}

/** Reads one file again, as a person has said. Whether a project has it is asked (`state`) when it has been read. */
export async function readAgain(
  parser: Parser,
  state: () => ProjectState,
  { path, shown }: Pick<ReadFile, 'path' | 'shown'>,
  options: ParseOptions
): Promise<ReadFile[]> {
  const result = await parser.parse(path, options)
  return textsIn({ path, shown, folders: [] }, result, knownFiles(state()))
}

/** The documents of a project by the sums of the files they come from. */
type KnownFiles = ReadonlyMap<string, readonly VariorumDocument[]>

function knownFiles({ documents }: ProjectState): KnownFiles {
  const known = new Map<string, VariorumDocument[]>()
  for (const document of documents.values()) {
    const same = known.get(document.original.sha256)
    if (same) same.push(document)
    else known.set(document.original.sha256, [document])
  }
  return known
}

interface NamedFile extends FoundFile {
  readonly shown: string
}

function textsIn(
  { path, shown, folders }: NamedFile,
  result: Result<ParsedFile>,
  known: KnownFiles
): ReadFile[] {
  const name = basename(path)
  if (!result.ok) return [{ path, shown, name, result, known: null }]
  const { texts, sidecars: _, warnings, ...file } = result.value
  const same = known.get(file.sha256) ?? []
  return texts.map((text, index) => ({
    path,
    shown,
    name: text.part === '' ? name : `${name} · ${text.part}`,
    result: ok({
      ...text,
      ...file,
      warnings: index === 0 ? [...warnings, ...text.warnings] : text.warnings,
      attributes: { ...foldersAsAttributes(folders), ...text.attributes }
    }),
    known: (texts.length === 1 ? same[0] : same.find((each) => each.title === text.title))?.id ?? null
  }))
}

function sidecarsIn(
  path: string,
  shown: string,
  { texts, sidecars, brought, warnings }: ParsedFile
): ReadSidecar[] {
  const own: ReadSidecar['about'][] = [...sidecars]
  // A codebook comes in with the texts of its file, or with the highlights that use it; else by itself.
  if (texts.length === 0 && brought.codebook.length > 0) own.push({ kind: 'codebook', brought })
  return own.map((about, index) => ({
    path,
    shown,
    name: basename(path),
    warnings: index === 0 ? warnings : [],
    about
  }))
}

/** The folders of an archive tell what its keeper thought of a text: place, year, office. */
function foldersAsAttributes(folders: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    folders.slice(0, 9).map((folder, at) => [at === 0 ? 'folder' : `folder ${at + 1}`, folder])
  )
}
