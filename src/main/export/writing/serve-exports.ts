import { type Port, PortTalk } from '../../workers/port-talk'
import type { ExportSide } from './export-job'
import { runExport } from './run-export'
import type { ToMain, ToThread } from './thread-questions'

/** Writes the exports that are asked for at a port, one at a time. */
export function serveExports(port: Port): void {
  let current = new AbortController()
  const talk: PortTalk<ToThread, ToMain> = new PortTalk<ToThread, ToMain>(port, {
    write: ({ job, canPrint }) => {
      current = new AbortController()
      return runExport(job, sideOf(talk, canPrint), current.signal)
    },
    abort: async () => {
      current.abort()
      return null
    }
  })
}

function sideOf(talk: PortTalk<ToThread, ToMain>, canPrint: boolean): ExportSide {
  return {
    items: () => talk.ask('items', null),
    annotations: () => talk.ask('annotations', null),
    text: (hash) => talk.ask('text', hash),
    original: (document) => talk.ask('original', document),
    piece: async (bytes) => void (await talk.ask('piece', bytes)),
    file: async (path, bytes) => void (await talk.ask('file', { path, bytes })),
    print: canPrint ? (html) => talk.ask('print', html) : null
  }
}
