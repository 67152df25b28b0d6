import type { ExportSink } from '../format'
import type { ExportOutlet, LeftOut } from './export-job'

/** Pieces are sent on once there is so much of them, in bytes. */
const pieceBytes = 256 * 1024

/** Gathers what a format writes into pieces of some size, and counts what it leaves out. */
export class GatheringSink implements ExportSink {
  private pieces: Uint8Array[] = []
  private bytes = 0
  private readonly missing = new Map<string, number>()

  constructor(
    private readonly outlet: ExportOutlet,
    readonly signal: AbortSignal
  ) {}

  get print(): ExportSink['print'] {
    return this.outlet.print
  }

  async write(piece: string | Uint8Array): Promise<void> {
    this.signal.throwIfAborted()
    const bytes = bytesOf(piece)
    this.pieces.push(bytes)
    this.bytes += bytes.length
    if (this.bytes >= pieceBytes) await this.flush()
  }

  async file(path: string, content: string | Uint8Array): Promise<void> {
    this.signal.throwIfAborted()
    await this.outlet.file(path, bytesOf(content))
  }

  leftOut(kind: string, count: number): void {
    if (count > 0) this.missing.set(kind, (this.missing.get(kind) ?? 0) + count)
  }

  /** Sends on what is left. */
  async flush(): Promise<void> {
    if (this.bytes === 0) return
    const whole = Buffer.concat(this.pieces, this.bytes)
    this.pieces = []
    this.bytes = 0
    await this.outlet.piece(whole)
  }

  get all(): LeftOut {
    return [...this.missing].map(([kind, count]) => ({ kind, count }))
  }
}

/** Text as UTF-8; half of a surrogate pair becomes U+FFFD, as it does in every program. */
function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece
}
