import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { ZipPassThrough } from 'fflate'

const deflate = promisify(deflateRaw)
/** As most of a project is JSON: higher ones take twice the time for a few hundredths less. */
const level = 4
/** How APPNOTE.TXT 4.4.5 numbers deflate. */
const deflated = 8

/**
 * A file of an archive, packed in a thread of Node's own: packed by fflate itself, the day's backup held the first click
 * after opening a project up for half a second (`npm run bench -- book`). Its bytes are still pushed, piece by piece, so
 * that they are summed up.
 */
export class DeflatedEntry extends ZipPassThrough {
  private constructor(
    name: string,
    private readonly packed: Uint8Array<ArrayBuffer>
  ) {
    super(name)
    this.compression = deflated
  }

  static async of(name: string, bytes: Uint8Array): Promise<DeflatedEntry> {
    return new DeflatedEntry(name, new Uint8Array(await deflate(bytes, { level })))
  }

  protected override process(_piece: Uint8Array, isLast: boolean): void {
    if (isLast) this.ondata(null, this.packed, true)
  }
}
