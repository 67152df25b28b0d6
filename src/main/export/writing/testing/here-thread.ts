import { MessageChannel } from 'node:worker_threads'
import type { ExportThread } from '../export-threads'
import { serveExports } from '../serve-exports'

/** What a thread does, done in this one: everything still crosses a port. */
export function hereThread(): ExportThread {
  const { port1, port2 } = new MessageChannel()
  serveExports({
    post: (message) => port2.postMessage(message),
    onMessage: (listener) => void port2.on('message', listener)
  })
  return {
    post: (message) => port1.postMessage(message),
    onMessage: (listener) => void port1.on('message', listener),
    onEnd: (listener) => void port1.on('close', () => listener(new Error('the thread ended'))),
    end: () => port1.close(),
    holdProcess(holds) {
      for (const port of [port1, port2])
        if (holds) port.ref()
        else port.unref()
    }
  }
}
