import type { ExportSubject } from '../../../shared/export/export-format-info'
import { ExportOptions } from '../../../shared/export/export-options'
import type { ExportFormat, ExportModels, ExportSink } from '../format'

export interface Written {
  readonly bytes: Uint8Array
  readonly text: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly leftOut: ReadonlyMap<string, number>
}

/** Writes in a format and keeps what it wrote. */
export async function writeToMemory<Of extends ExportSubject>(
  format: ExportFormat<Of>,
  model: ExportModels[Of],
  options: Partial<ExportOptions> = {}
): Promise<Written> {
  const pieces: Uint8Array[] = []
  const files = new Map<string, Uint8Array>()
  const leftOut = new Map<string, number>()
  const bytesOf = (piece: string | Uint8Array) => (typeof piece === 'string' ? Buffer.from(piece) : piece)
  const sink: ExportSink = {
    print: null,
    signal: new AbortController().signal,
    write: async (piece) => void pieces.push(bytesOf(piece)),
    file: async (path, content) => {
      if (files.has(path)) throw new Error(`${path} is written twice`)
      files.set(path, bytesOf(content))
    },
    leftOut: (kind, count) => void leftOut.set(kind, (leftOut.get(kind) ?? 0) + count)
  }
  await format.write(model, ExportOptions.parse(options), sink)
  const bytes = Buffer.concat(pieces)
  return { bytes, text: bytes.toString('utf8'), files, leftOut }
}
