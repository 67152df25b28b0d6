import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verify } from '../services/verify'
import { exit, print, UsageError } from './io'
import { withProject } from './with-project'

export async function verifyCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } }
  })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('verify takes one PROJECT')
  return withProject(resolve(folder), async (session) => {
    const report = await verify(session)
    if (values.json) print(JSON.stringify(report, null, 1))
    else {
      for (const problem of report.problems) print(problem.message)
      print(
        `${report.documents} documents, ${report.annotations} annotations, ${report.problems.length} problems`
      )
    }
    return report.problems.length === 0 ? exit.done : exit.refused
  })
}
