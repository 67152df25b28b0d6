import { join } from 'node:path'
import type { Files } from './files'

/** Moves a damaged file out of the way, never over another; returns where it lies now, relative to the project. */
export function quarantine(folder: string, name: string, files: Files): string {
  const place = unusedPath(folder, name, files)
  files.moveNow(join(folder, name), join(folder, place))
  return place
}

/** A path under `damaged/` that nothing lies at yet. */
export function unusedPath(folder: string, name: string, files: Files): string {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const place = `damaged/${stamp}-${name.replaceAll('/', '-')}`
  for (let number = 0; ; number++) {
    const free = number === 0 ? place : `${place}.${number}`
    if (!files.facts(join(folder, free))) return free
  }
}
