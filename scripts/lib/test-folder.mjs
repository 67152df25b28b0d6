import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The memory that Linux offers as files; elsewhere there is none. */
const memoryFolder = '/dev/shm'
const leastFreeBytes = 4 * 1024 ** 3

function hasRoom() {
  try {
    accessSync(memoryFolder, constants.W_OK)
    const { bavail, bsize } = statfsSync(memoryFolder)
    return bavail * bsize >= leastFreeBytes
  } catch {
    return false
  }
}

/**
 * A folder for what tests write, in memory where there is room for it: they ask the disk to sync thousands of times, and
 * no power fails here but where a test says so. Benches stay on the disk. It is gone when this process ends.
 *
 * @returns {string} its path, for TMPDIR
 */
export function testFolder() {
  const folder = mkdtempSync(join(hasRoom() ? memoryFolder : tmpdir(), 'variorum-tests-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}
