import { createHash } from 'node:crypto'
import { forEachYielding } from '../store/cooperative'

const pieceBytes = 1024 * 1024

/** SHA-256 in lower-case hex, giving way to other work every few milliseconds. The bytes must not change meanwhile. */
export async function sha256InSlices(bytes: Buffer): Promise<string> {
  const sum = createHash('sha256')
  await forEachYielding(pieces(bytes), (piece) => {
    sum.update(piece)
  })
  return sum.digest('hex')
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}
