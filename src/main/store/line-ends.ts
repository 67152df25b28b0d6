/**
 * What the store writes has LF at its line ends, no byte order mark, and no CR anywhere: JSON escapes it. Another
 * program may have changed that (git on Windows does, unless told otherwise) without a word of it being lost.
 * This gives back what was written.
 */
export function asWritten(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  return bare.includes('\r') ? bare.replaceAll('\r\n', '\n') : bare
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
