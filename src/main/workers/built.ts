import { basename, dirname, join } from 'node:path'

/** The folder of the built command, by that of some of its code: the bundler may have put that into a subfolder. */
export function builtFolderOf(folder: string): string {
  return basename(folder) === 'chunks' ? dirname(folder) : folder
}

/** The folder of the built command, in which its helpers lie too. */
const folder = builtFolderOf(import.meta.dirname)

export function builtFile(name: string): string {
  return join(folder, name)
}

export const builtFolder = folder
