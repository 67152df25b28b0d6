import { parentPort } from 'node:worker_threads'
import { serveExports } from './serve-exports'

/** The thread that writes exports. */
const port = parentPort
if (port)
  serveExports({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener)
  })
