import { dirname, join } from 'node:path'

/** The folder of the built command, in which its helpers lie too. The bundler may put this very code into a subfolder. */
const folder = dirname(
  import.meta.dirname.endsWith('chunks') ? import.meta.dirname : join(import.meta.dirname, 'x')
)

export function builtFile(name: string): string {
  return join(folder, name)
}

export const builtFolder = folder
