import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { builtFile } from '../../../workers/built'

/**
 * What pdf.js looks for in a browser and the parsing process has not. Only drawing would use it; text is read without, but
 * the module asks for it when it is loaded.
 */
class NothingDrawn {}

/** pdf.js with its worker's code in this very process, which is one of its own already. */
export async function pdfRuntime() {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis)) Reflect.set(globalThis, name, NothingDrawn)
  if (!('navigator' in globalThis))
    Reflect.set(globalThis, 'navigator', { platform: '', userAgent: '', language: 'en' })
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs')
  Reflect.set(globalThis, 'pdfjsWorker', await import('pdfjs-dist/legacy/build/pdf.worker.mjs'))
  return pdf
}

/** Character maps for Chinese in predefined encodings; they lie beside the built code. */
export class CharacterMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const bytes = await readFile(builtFile(`cmaps/${basename(name)}.bcmap`))
    return { cMapData: new Uint8Array(bytes), isCompressed: true }
  }
}
