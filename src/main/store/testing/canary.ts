import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'

/** A word that lies in files outside a project and must never turn up inside it, nor in a message. */
export const secret = 'heron-under-the-third-bridge'

/** Files beside a project, with names such as a project's own have, that nothing done to the project may touch. */
export function makeCanary(outside: string): void {
  mkdirSync(join(outside, 'folder', 'journal'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(outside, name), text)
  write('diary.txt', 'Not a word of this may change, and it ends without a line end')
  write('key', `${secret}\n`)
  write('folder/codebook.json.123.tmp', 'of another program\n')
  write('folder/a1.json', 'of another program\n')
  write('folder/a1.json.77.tmp', 'of another program\n')
  write('folder/000001.jsonl', `${secret}\n`)
  write('folder/journal/000001.jsonl', 'of another program')
}

/** What lies in a folder but in one part of it: names, kinds, times and contents, as one text. Follows no link. */
export function described(folder: string, but: string): string {
  const lines: string[] = []
  const walk = (path: string) => {
    for (const name of readdirSync(path).sort()) {
      const at = join(path, name)
      if (at === but) continue
      const about = lstatSync(at)
      if (about.isDirectory()) walk(at)
      const content = about.isFile() ? readFileSync(at, 'latin1') : ''
      lines.push(`${at.slice(folder.length)} ${about.mode} ${about.mtimeMs} ${about.size} ${content}`)
    }
  }
  walk(folder)
  return lines.join('\n')
}

/** The files of a project in which the secret lies, archives unpacked. What was linked there by hand does not count. */
export function filesWithSecret(project: string): string[] {
  const found: string[] = []
  for (const entry of readdirSync(project, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || lstatSync(path).nlink > 1) continue
    const bytes = readFileSync(path)
    if (bytes.includes(secret) || (path.endsWith('.zip') && archiveHoldsSecret(bytes))) found.push(path)
  }
  return found
}

function archiveHoldsSecret(bytes: Buffer): boolean {
  try {
    return Object.values(unzipSync(bytes)).some((each) => Buffer.from(each).includes(secret))
  } catch {
    return false
  }
}
