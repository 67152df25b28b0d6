import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from '../src/main/store/crc32'
import { sha256 } from '../src/main/store/hash'
import { parseShard, shardText } from '../src/main/store/shard-file'
import { newId } from '../src/shared/model/new-id'

const projectFile = 'project.json'
const checkpointFile = 'checkpoint.json'

/**
 * Copies a project under an id of its own, so that what the desk remembers of one copy is not remembered of another. Only
 * a project without backups can be copied so: they would be another's.
 */
export async function copyProject(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true })
  const before = await readFile(join(to, projectFile), 'utf8')
  const id = /"id":"(p[0-9a-z]{12})"/.exec(before)?.[1]
  if (id === undefined) throw new Error(`${from} is no project`)
  const own = newId.project()
  const rename = (text: string) => text.replaceAll(`"${id}"`, `"${own}"`)
  const resealed = (name: string, text: string, change: (body: string) => string) => {
    const { seq, body } = parseShard(name, text)
    return shardText(name, seq, change(body))
  }
  const after = resealed(projectFile, before, rename)
  await writeFile(join(to, projectFile), after)
  const checkpoint = join(to, checkpointFile)
  const replaceSum = (body: string) => body.replace(sha256(before), sha256(after))
  await writeFile(checkpoint, resealed(checkpointFile, await readFile(checkpoint, 'utf8'), replaceSum))
  const journal = join(to, 'journal')
  for (const name of await readdir(journal)) {
    const lines = (await readFile(join(journal, name), 'utf8')).split('\n')
    await writeFile(join(journal, name), lines.map((line) => resum(line, rename(line))).join('\n'))
  }
}

/** A line of the journal with the sum of what it says by now. */
function resum(before: string, after: string): string {
  if (before === after) return before
  const rest = after.slice(after.indexOf(',') + 1)
  return `{"sum":"${crc32(rest)}",${rest}`
}
