import { createHash } from 'node:crypto'
import { sha256InSlices } from './hash-in-slices'

/** A zip file ends with this record: signature, 16 bytes of counts and places, and the length of a comment. */
const endLength = 22
const endSignature = 0x06054b50
const sealLength = 64

/**
 * Seals a zip archive as it is written: the sum of all its bytes becomes its comment (APPNOTE.TXT 4.3.16), so that a
 * bit that flips anywhere is noticed, even where a zip keeps dates, attributes or padding that no checksum covers.
 */
export class Seal {
  private readonly sum = createHash('sha256')

  /** Takes account of bytes of the archive, all but the last, and answers them as they are. */
  add(bytes: Buffer): Buffer {
    this.sum.update(bytes)
    return bytes
  }

  /** The archive's last bytes, its end record with an empty comment included, with the seal behind them. */
  close(bytes: Buffer): Buffer {
    const rest = Buffer.from(bytes)
    rest.writeUInt16LE(sealLength, rest.length - 2)
    this.sum.update(rest)
    return Buffer.concat([rest, Buffer.from(this.sum.digest('hex'), 'latin1')])
  }
}

/** Throws where the archive is not what was sealed. One from before there were seals has none, and passes. */
export async function checkSeal(archive: Buffer): Promise<void> {
  if (endsAt(archive, archive.length - endLength) && archive.readUInt16LE(archive.length - 2) === 0) return
  const sealed = archive.length - sealLength
  const sum = await sha256InSlices(archive.subarray(0, Math.max(0, sealed)))
  if (!endsAt(archive, sealed - endLength) || sum !== archive.toString('latin1', sealed))
    throw new Error('the archive is not as it was written')
}

const endsAt = (archive: Buffer, at: number) => at >= 0 && archive.readUInt32LE(at) === endSignature
