import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { newTheme } from '../../shared/model/new-records'
import { err, ok, type Result } from '../../shared/model/result'
import type { SimpleOperation } from '../../shared/operations/operation'
import type { Session } from '../project/session'
import { commitImport } from './commit-import'
import { acceptProposals, type Decision, recordFrom } from './decision'
import type { Parser } from './parser'
import { readFiles } from './read-files'
import { SampleManifest } from './sample-manifest'

/**
 * Adds the sample corpus to a new project: its files come in as any import does, with the manifest's metadata,
 * and a first codebook; where it is to be `coded`, with the highlights of two coders. All of it is the making of the
 * project, which Undo does not take back. `corpus/` itself is only read. Returns the number of documents.
 */
export async function addSample(
  session: Session,
  parser: Parser,
  corpus: string,
  coder: CoderId,
  { coded }: { readonly coded: boolean }
): Promise<Result<number>> {
  const manifest = await readManifest(corpus)
  if (!manifest.ok) return manifest
  const decisions: Decision[] = []
  const files: string[] = []
  for (const work of manifest.value.works)
    for (const { id: _, file, author, ...metadata } of work.versions) {
      const {
        read: [read]
      } = await readFiles(parser, session.state, [join(corpus, file)])
      if (!read) continue
      if (!read.result.ok) return read.result
      const accepted = acceptProposals(read.path, read.result.value)
      files.push(file)
      decisions.push({
        ...accepted,
        metadata: { ...metadata, notes: '', attributes: {}, csl: recordFrom(author), proposed: [] },
        work: { title: work.title }
      })
    }
  const imported = await commitImport(session, { texts: decisions, floor: true }, coder)
  if (!imported.ok) return imported
  const themes = await session.do(
    { type: 'batch', label: 'import', operations: themeOperations(manifest.value) },
    coder,
    { floor: true }
  )
  if (!themes.ok) return themes
  const { documents, outcomes } = imported.value
  if (!coded) return ok(documents.length)
  const byFile = new Map(outcomes.map(({ document }, index) => [files[index] ?? '', document?.id]))
  const { addSampleCoding } = await import('./sample-coding')
  const coding = await addSampleCoding(session, corpus, byFile, coder)
  return coding.ok ? ok(documents.length) : coding
}

async function readManifest(corpus: string): Promise<Result<SampleManifest>> {
  const name = join(corpus, 'manifest.json')
  try {
    return ok(SampleManifest.parse(JSON.parse(await readFile(name, 'utf8'))))
  } catch (error) {
    return err(appError('Damaged', 'fileUnreadable', { name, reason: reasonOf(error) }))
  }
}

function themeOperations({ themes }: SampleManifest): SimpleOperation[] {
  return themes.flatMap(({ name, colour, description, children }, index) => {
    const theme = newTheme(name, colour, null, { description })
    const add: SimpleOperation = { type: 'theme.add', theme, index }
    const below = children.map(
      (child, place): SimpleOperation => ({
        type: 'theme.add',
        theme: newTheme(child.name, colour, theme.id, { description: child.description }),
        index: place
      })
    )
    return [add, ...below]
  })
}
