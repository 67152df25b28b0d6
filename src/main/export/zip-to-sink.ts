import { Zip, ZipDeflate } from 'fflate'
import type { ExportSink } from './format'

/** One file within a ZIP archive while it is written. */
export interface ZipEntry {
  /** Appends to it; text as UTF-8. */
  write(piece: string | Uint8Array): Promise<void>
  end(): Promise<void>
}

/** Writes a ZIP archive entry after entry into a sink, so that it never lies in memory whole. */
export class ZipToSink {
  private pieces: Uint8Array[] = []
  private readonly zip: Zip

  /** @param made what the entries are dated by, ISO */
  constructor(
    private readonly sink: Pick<ExportSink, 'write' | 'signal'>,
    private readonly made: string
  ) {
    this.zip = new Zip((error, piece) => {
      if (error) throw error
      this.pieces.push(piece)
    })
  }

  /** Begins an entry; the one before has to be ended. */
  entry(name: string): ZipEntry {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = this.made
    this.zip.add(file)
    const push = async (piece: Uint8Array, isLast: boolean) => {
      this.sink.signal.throwIfAborted()
      file.push(piece, isLast)
      await this.flush()
    }
    return {
      write: (piece) => push(typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece, false),
      end: () => push(new Uint8Array(0), true)
    }
  }

  /** A whole entry at once. */
  async file(name: string, content: string | Uint8Array): Promise<void> {
    const entry = this.entry(name)
    await entry.write(content)
    await entry.end()
  }

  async end(): Promise<void> {
    this.zip.end()
    await this.flush()
  }

  private async flush(): Promise<void> {
    const pieces = this.pieces
    this.pieces = []
    for (const piece of pieces) await this.sink.write(piece)
  }
}
