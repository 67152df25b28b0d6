import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { serveExports } from './serve-exports'

/** The thread that writes exports. */
// What the windows need comes first. On Linux a thread has a priority of its own; elsewhere this would be the whole process's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const port = parentPort
if (port)
  serveExports({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener)
  })
