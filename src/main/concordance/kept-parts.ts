/** The bytes of some numbers, as they are kept. */
export function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Reads one part of what was kept after another. */
export class PartReader {
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  numbers(count: number): Uint32Array {
    const part = this.bytes.subarray(this.at, this.at + count * 4)
    this.at += count * 4
    // A copy, so that the numbers lie where numbers may lie; byte by byte (`from`) it takes a hundred times as long.
    return new Uint32Array(new Uint8Array(part).buffer)
  }

  /** @param bytes so many; without it all that is left */
  text(encoding: 'latin1' | 'utf16le' | 'utf8', bytes = this.bytes.length - this.at): string {
    const part = this.bytes.toString(encoding, this.at, this.at + bytes)
    this.at += bytes
    return part
  }
}
