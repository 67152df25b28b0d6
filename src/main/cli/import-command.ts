import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { acceptProposals, commitImport } from '../import/commit-import'
import { removeUnpacked } from '../import/gather'
import { type IncomingText, type ReadFile, readFiles } from '../import/read-files'
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
    try {
      const { read, unpacked } = await readFiles(
        parser,
        session.state,
        paths.map((path) => resolve(path)),
        (done, total) => tell(`reading ${done}/${total}`)
      )
      const fresh = read.flatMap(({ path, result, known }) =>
        result.ok && known === null ? [acceptProposals(path, result.value)] : []
      )
      const committed = await commitImport(session, fresh, await coderOf(session))
      await removeUnpacked({ unpacked })
      if (!committed.ok) return refuse(committed.error)
      const made = [...committed.value]
      const records = oneEach(
        read.map((each) => recordOf(each, each.result.ok && each.known === null ? made.shift() : undefined))
      )
      if (values.json) print(JSON.stringify(records, null, 1))
      else for (const each of records) print(line(each))
      return records.some((each) => each.status !== 'refused') ? exit.done : exit.refused
    } finally {
      parser.close()
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

function recordOf(
  { path, result, known }: ReadFile,
  document: { id: string; title: string } | undefined
): ImportRecord {
  if (!result.ok) return { path, status: 'refused', documents: [], warnings: [result.error.message] }
  if (known !== null)
    return { path, status: 'known', documents: [{ id: known, title: result.value.title }], warnings: [] }
  const documents = document ? [{ id: document.id, title: document.title }] : []
  return { path, status: 'imported', documents, warnings: warningsOf(result.value) }
}

function warningsOf({ signs, warnings }: IncomingText): string[] {
  return [...signs, ...warnings.map(({ key, count }) => `${key}: ${count}`)]
}

function line({ path, status, documents, warnings }: ImportRecord): string {
  return [status, path, documents.map((each) => `${each.id} ${each.title}`).join('; '), warnings.join(', ')]
    .filter(Boolean)
    .join('\t')
}
