import { clipboardFiles } from '../../../shared/export/clipboard-files'
import type { Prepared } from '../model/prepared'
import type { ExportWriter } from '../writing/export-job'
import type { ClipboardText } from './clipboard-text'

/** Writes an export for the clipboard, and gives what is to be put there. Rejects where it is aborted. */
export async function copied(
  writer: ExportWriter,
  { job, feed }: Prepared,
  signal: AbortSignal
): Promise<ClipboardText> {
  const files = new Map<string, string>()
  const outlet = {
    piece: () => Promise.reject(new Error('the format writes files')),
    file: async (path: string, bytes: Uint8Array) =>
      void files.set(path, Buffer.from(bytes).toString('utf8')),
    print: null
  }
  await writer.write(job, { ...feed, ...outlet }, signal)
  const said = (name: keyof typeof clipboardFiles) => files.get(clipboardFiles[name]) ?? ''
  return { html: said('html'), rtf: said('rtf'), text: said('text') }
}
