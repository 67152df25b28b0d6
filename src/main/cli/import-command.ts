import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ImportWarning } from '../../shared/model/import-warning'
import { removeUnpacked } from '../import/collect-files'
import { commitImport, type TextOutcome } from '../import/commit-import'
import { acceptProposals, type SidecarDecision } from '../import/decision'
import { type ReadFile, type ReadSidecar, readFiles } from '../import/read-files'
import { matchSidecar, type SidecarMatch } from '../services/match-sidecar'
import { exit, print, refuse, tell, UsageError } from './io'
import { coderOf, makeParser, withProject } from './with-project'

interface ImportRecord {
  readonly path: string
  readonly status: 'imported' | 'known' | 'refused'
  readonly documents: readonly { id: string; title: string }[]
  readonly warnings: readonly string[]
}

export async function importCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } }
  })
  const [folder, ...paths] = positionals
  if (!folder || paths.length === 0) throw new UsageError('import takes a PROJECT and at least one PATH')
  return withProject(resolve(folder), async (session) => {
    const parser = makeParser()
    const temporary: string[] = []
    try {
      const { read, sidecars, unpacked } = await readFiles(
        parser,
        session.state,
        paths.map((path) => resolve(path)),
        (done, total) => tell(`reading ${done}/${total}`)
      )
      temporary.push(...unpacked)
      const keyed = new Map(read.map((each, index) => [String(index), each]))
      const texts = [...keyed].flatMap(([key, { path, result, known }]) =>
        result.ok && known === null ? [acceptProposals(path, result.value, key)] : []
      )
      const meant = await matchSidecar(session, keyed, sidecars)
      const said = sidecars.map((each, index) => decisionOn(each, meant[index] ?? null))
      const coder = coderOf(session)
      const wanted = { texts, sidecars: said.flatMap((each) => each ?? []), before: coder.before }
      const committed = await commitImport(session, wanted, coder.id)
      if (!committed.ok) return refuse(committed.error)
      const outcomes = [...committed.value.outcomes]
      const fates = [...committed.value.said]
      const placed = said.map((each) => (each === null ? [] : (fates.shift() ?? [])))
      const records = oneEach([
        ...read.map((each) =>
          recordOf(each, each.result.ok && each.known === null ? outcomes.shift() : undefined)
        ),
        ...sidecars.map((each, index) => sidecarRecord(each, said[index] !== null, placed[index] ?? []))
      ])
      if (values.json) print(JSON.stringify(records, null, 1))
      else for (const each of records) print(line(each))
      return records.some((each) => each.status !== 'refused') ? exit.done : exit.refused
    } finally {
      parser.close()
      await removeUnpacked({ unpacked: temporary })
    }
  })
}

/** One record a file, whichever number of texts it holds. */
function oneEach(records: readonly ImportRecord[]): ImportRecord[] {
  const byPath = new Map<string, ImportRecord>()
  for (const each of records) {
    const known = byPath.get(each.path)
    byPath.set(
      each.path,
      known
        ? {
            path: each.path,
            status: [known.status, each.status].includes('imported') ? 'imported' : each.status,
            documents: [...known.documents, ...each.documents],
            warnings: [...new Set([...known.warnings, ...each.warnings])]
          }
        : each
    )
  }
  return [...byPath.values()]
}

function recordOf({ shown: path, result, known }: ReadFile, outcome: TextOutcome | undefined): ImportRecord {
  if (!result.ok) return { path, status: 'refused', documents: [], warnings: [result.error.message] }
  if (known !== null)
    return { path, status: 'known', documents: [{ id: known, title: result.value.title }], warnings: [] }
  const { document = null, error = null, warnings = [] } = outcome ?? {}
  if (error) return { path, status: 'refused', documents: [], warnings: [error.message] }
  const documents = document ? [{ id: document.id, title: document.title }] : []
  return {
    path,
    status: 'imported',
    documents,
    warnings: [...result.value.signs, ...[...result.value.warnings, ...warnings].map(told)]
  }
}

/** What is said of a text goes to the one that is meant for sure; nothing that is known differently is replaced. */
function decisionOn({ about }: ReadSidecar, meant: SidecarMatch | null): SidecarDecision | null {
  if (about.kind === 'codebook') return { about }
  return meant && { about, text: meant.text, replace: false }
}

function sidecarRecord(
  { shown: path, about, warnings }: ReadSidecar,
  isMeant: boolean,
  placed: readonly ImportWarning[]
): ImportRecord {
  const unplaced =
    about.kind === 'codebook' || isMeant ? [] : [`no text for: ${about.of.title || about.of.source}`]
  return {
    path,
    status: isMeant ? 'imported' : 'refused',
    documents: [],
    warnings: [...[...warnings, ...placed].map(told), ...unplaced]
  }
}

/** A warning by its key, how often, and the names or fields it is about. */
function told({ key, count, names, fields }: ImportWarning): string {
  const about = names ?? fields
  return `${key}: ${count}${about ? ` (${about.join(', ')})` : ''}`
}

function line({ path, status, documents, warnings }: ImportRecord): string {
  return [status, path, documents.map((each) => `${each.id} ${each.title}`).join('; '), warnings.join(', ')]
    .filter(Boolean)
    .join('\t')
}
