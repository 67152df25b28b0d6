import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The files in a folder and below, as paths relative to it, with `/`, in order. */
export async function filesIn(folder: string, below = ''): Promise<string[]> {
  const names: string[] = []
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) names.push(...(await filesIn(folder, name)))
    else names.push(name)
  }
  return names.sort()
}
