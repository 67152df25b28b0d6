import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { defaultPreferences } from '../src/shared/ipc/default-preferences'

/**
 * Writes into a folder of user data what the desk keeps of last time: the next start opens that project.
 *
 * @param more what else is kept there
 */
export async function keepLastTime(data: string, project: string, more: object = {}): Promise<void> {
  await mkdir(data, { recursive: true })
  const recent = [{ folder: project, name: basename(project) }]
  const kept = { preferences: defaultPreferences, recent, coders: {}, ...more }
  await writeFile(join(data, 'preferences.json'), `${JSON.stringify(kept)}\n`)
}
