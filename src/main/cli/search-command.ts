import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SearchIndex } from '../services/search'
import { exit, print, tell, UsageError } from './io'
import { withProject } from './with-project'

export async function searchCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } }
  })
  const [folder, query, ...more] = positionals
  if (!folder || !query || more.length > 0) throw new UsageError('search takes a PROJECT and a QUERY')
  return withProject(
    resolve(folder),
    async (session) => {
      const { documents, unread } = await new SearchIndex().search(session, query, {
        most: Number.POSITIVE_INFINITY
      })
      for (const id of unread) tell(`variorum: the text of ${id} could not be read`)
      const rows = documents.flatMap(({ document, hits }) =>
        hits.map(({ start, end, left, hit, right }) => ({ document, start, end, left, hit, right }))
      )
      if (values.json) print(JSON.stringify(rows, null, 1))
      else
        for (const { document, start, left, hit, right } of rows)
          print(`${document}\t${start}\t${left}[${hit}]${right}`)
      return exit.done
    },
    { readOnly: true }
  )
}
