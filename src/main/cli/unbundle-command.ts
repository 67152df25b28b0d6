import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openBundle } from '../services/bundle/open-bundle'
import { exit, print, refuse, tell, UsageError } from './io'

/** Makes the project that a bundle holds. */
export async function unbundleCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { again: { type: 'boolean', default: false } }
  })
  const [file, folder, ...more] = positionals
  if (!file || !folder || more.length > 0) throw new UsageError('unbundle takes one BUNDLE and one PROJECT')
  const opened = await openBundle(resolve(file), resolve(folder), { again: values.again })
  if (!opened.ok) {
    const code = refuse(opened.error)
    if (opened.error.key === 'bundleKnown') tell('variorum: unbundle with --again makes it once more')
    return code
  }
  const { manifest, problems } = opened.value
  for (const problem of problems) print(problem.message)
  const { project, made, change, coder } = manifest
  tell(`Made ${folder}: ${project.name}, change ${change}, bundled by ${coder.name || '–'} at ${made}`)
  return problems.length === 0 ? exit.done : exit.refused
}
