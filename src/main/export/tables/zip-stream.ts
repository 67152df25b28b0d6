import { createHash } from 'node:crypto'
import { strToU8, Zip, ZipDeflate } from 'fflate'

/** What is known of a file once it is written into an archive. */
export interface WrittenEntry {
  readonly bytes: number
  readonly sha256: string
}

/** Deflate's level: half of what there is to gain, at a quarter of the time. */
const level = 4

/**
 * An archive that is written as it grows: files one after another, each in pieces, nothing kept but what the compressor
 * holds. `write` takes the archive's bytes. Dates in it are `made`, so that the same export gives the same bytes.
 */
export class ZipStream {
  readonly #zip: Zip
  readonly #write: (bytes: Uint8Array) => Promise<void>
  readonly #made: Date
  #ready: Uint8Array[] = []
  #failed: Error | null = null

  constructor(write: (bytes: Uint8Array) => Promise<void>, made: Date) {
    this.#write = write
    this.#made = made
    this.#zip = new Zip((error, data) => {
      if (error) this.#failed = error
      else this.#ready.push(data)
    })
  }

  /** Adds a file; `fill` writes its pieces, text as UTF-8. */
  async file(
    name: string,
    fill: (write: (piece: string) => Promise<void>) => Promise<void>
  ): Promise<WrittenEntry> {
    const entry = new ZipDeflate(name, { level })
    entry.mtime = this.#made
    this.#zip.add(entry)
    const hash = createHash('sha256')
    let bytes = 0
    await fill(async (piece) => {
      const data = strToU8(piece)
      hash.update(data)
      bytes += data.length
      entry.push(data)
      await this.#flush()
    })
    entry.push(new Uint8Array(), true)
    await this.#flush()
    return { bytes, sha256: hash.digest('hex') }
  }

  async end(): Promise<void> {
    this.#zip.end()
    await this.#flush()
  }

  async #flush(): Promise<void> {
    if (this.#failed) throw this.#failed
    const ready = this.#ready
    this.#ready = []
    for (const data of ready) await this.#write(data)
  }
}
