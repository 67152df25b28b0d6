import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A name without the characters that file systems refuse. */
export function safeName(name: string): string {
  return (
    name
      .replaceAll(/[\\/:*?"<>|]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/\.+$/, '') || 'Variorum'
  )
}

/** The first place in a folder that is free for something of a name: `Name`, `Name 2`, `Name 3` … */
export function freeFolder(parent: string, name: string): string {
  const base = join(parent, safeName(name))
  for (let number = 1; ; number++) {
    const place = number === 1 ? base : `${base} ${number}`
    if (!existsSync(place)) return place
  }
}
