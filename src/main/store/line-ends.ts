/**
 * What the store writes has LF at its line ends, no byte order mark, and no CR anywhere: JSON escapes it. Another
 * program may have changed that (git on Windows does, unless told otherwise) without a word of it being lost.
 * This gives back what was written.
 */
export function asWritten(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  return bare.includes('\r') ? bare.replaceAll('\r\n', '\n') : bare
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d]

/** The same for the bytes of a file that come in pieces, the first of three bytes at least. A piece holds until the next is asked for. */
export function* writtenPieces(pieces: Iterable<Buffer>): Generator<Buffer, undefined> {
  let isFirst = true
  let hasCarriageReturn = false
  for (const given of pieces) {
    let piece = isFirst && hasByteOrderMark(given) ? given.subarray(3) : given
    isFirst = false
    if (hasCarriageReturn) piece = Buffer.concat([Buffer.from([carriageReturn]), piece])
    hasCarriageReturn = piece[piece.length - 1] === carriageReturn
    if (hasCarriageReturn) piece = piece.subarray(0, -1)
    yield piece.includes(carriageReturn) ? withLineFeeds(piece) : piece
  }
  if (hasCarriageReturn) yield Buffer.from([carriageReturn])
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function withLineFeeds(bytes: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (const [at, byte] of bytes.entries())
    if (byte !== carriageReturn || bytes[at + 1] !== lineFeed) kept[length++] = byte
  return kept.subarray(0, length)
}

/** What a file may have been before another program changed its line ends. Only where they can have been changed. */
export function otherLineEnds(bytes: Buffer): Buffer[] {
  // git takes a file with a zero byte for no text, and leaves it alone.
  if (!bytes.includes(0x0a) || bytes.includes(0)) return []
  // One character a byte, so that nothing but line ends can change.
  const text = bytes.toString('latin1').replace(/^\xEF\xBB\xBF/, '')
  const withLf = text.replaceAll('\r\n', '\n')
  return [withLf, withLf.replaceAll('\n', '\r\n')].map((each) => Buffer.from(each, 'latin1'))
}
