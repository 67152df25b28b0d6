import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { notePackage } from '../third-party-notices.mjs'

/** Puts the character maps beside the parsing process: PDFs with Chinese in predefined encodings need them. */
export function pdfCharacterMaps() {
  return {
    name: 'pdf-character-maps',
    buildStart() {
      const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
      notePackage(folder, 'Text of PDF files is read with pdf.js.')
      const maps = join(folder, 'cmaps')
      for (const name of readdirSync(maps))
        if (name.endsWith('.bcmap'))
          this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(join(maps, name)) })
    }
  }
}
