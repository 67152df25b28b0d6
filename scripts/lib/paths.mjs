import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The per-user cache folder of this project (not the user's data). */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'variorum')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'variorum')
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'variorum', 'Cache')
  return join(homedir(), '.cache', 'variorum')
}

export const isRoot = process.getuid?.() === 0
