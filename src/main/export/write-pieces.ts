import type { ExportSink } from './format'

/** So many characters are handed on at once: a piece a passage would spend its time in waiting. */
const batchCharacters = 64 * 1024

/** Writes text piece by piece, in larger batches. Ends as soon as the export is cancelled. */
export async function writePieces(
  sink: ExportSink,
  pieces: AsyncIterable<string> | Iterable<string>
): Promise<void> {
  let batch = ''
  for await (const piece of pieces) {
    batch += piece
    if (batch.length < batchCharacters) continue
    sink.signal.throwIfAborted()
    await sink.write(batch)
    batch = ''
  }
  sink.signal.throwIfAborted()
  if (batch !== '') await sink.write(batch)
}

/** All pieces as one text, for what has to have it whole. */
export async function joinPieces(
  signal: AbortSignal,
  pieces: AsyncIterable<string> | Iterable<string>
): Promise<string> {
  const kept: string[] = []
  for await (const piece of pieces) {
    signal.throwIfAborted()
    kept.push(piece)
  }
  return kept.join('')
}
