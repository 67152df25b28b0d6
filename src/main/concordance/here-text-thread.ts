import { MessageChannel } from 'node:worker_threads'
import { serveConcordance } from './serve-concordance'
import type { ThreadPort } from './text-thread'

/** What the thread of concordances does, done in this one: everything still crosses a port. */
export function hereTextThread(): ThreadPort {
  const { port1, port2 } = new MessageChannel()
  serveConcordance({
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
