import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { ExportSink } from '../format'
import type { Xml } from '../xml/element'

/** So many signs of a part are packed in one piece. */
const signsInPiece = 400_000

/** A zip archive that is written to a sink piece by piece. Entries stand in the order in which they come. */
export class ZipSink {
  private readonly zip: Zip
  private readonly packed: Uint8Array[] = []
  private failed: Error | null = null

  /** @param made the time of every entry, ISO: the same file is written from the same state */
  constructor(
    private readonly sink: ExportSink,
    private readonly made: string
  ) {
    this.zip = new Zip((error, chunk) => {
      if (error) this.failed = error
      else this.packed.push(chunk)
    })
  }

  /** An entry that is not packed. */
  async stored(path: string, content: string): Promise<void> {
    const entry = new ZipPassThrough(path)
    entry.mtime = new Date(this.made)
    this.zip.add(entry)
    entry.push(Buffer.from(content), true)
    await this.flush()
  }

  /** An entry of pieces of XML. */
  async part(path: string, pieces: Iterable<Xml>): Promise<void> {
    const entry = new ZipDeflate(path, { level: 6 })
    entry.mtime = new Date(this.made)
    this.zip.add(entry)
    let waiting: Xml[] = []
    let signs = 0
    for (const piece of pieces) {
      waiting.push(piece)
      signs += piece.length
      if (signs < signsInPiece) continue
      entry.push(Buffer.from(waiting.join('')))
      waiting = []
      signs = 0
      await this.flush()
    }
    entry.push(Buffer.from(waiting.join('')), true)
    await this.flush()
  }

  async end(): Promise<void> {
    this.zip.end()
    await this.flush()
  }

  private async flush(): Promise<void> {
    if (this.failed) throw this.failed
    for (const chunk of this.packed.splice(0)) await this.sink.write(chunk)
  }
}
