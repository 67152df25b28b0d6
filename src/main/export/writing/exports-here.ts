import type { ExportJob, ExportSide, ExportWriter, LeftOut } from './export-job'
import { runExport } from './run-export'

/** Writes exports in this very thread: for the command, which has nothing else to do. */
export class ExportsHere implements ExportWriter {
  async write(job: ExportJob, side: ExportSide, signal: AbortSignal): Promise<LeftOut> {
    signal.throwIfAborted()
    return runExport(job, side, signal)
  }
}
