import * as zlib from 'node:zlib'

/** The CRC-32 (IEEE) of a text's UTF-8 bytes, as eight hex digits. */
export function crc32(text: string): string {
  return (zlib.crc32(text) >>> 0).toString(16).padStart(8, '0')
}
