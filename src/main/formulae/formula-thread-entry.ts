import { parentPort, workerData } from 'node:worker_threads'
import { serveFormulae } from './serve-formulae'

/** The thread that finds formulae, mines candidates and weighs renderings. */
const port = parentPort
if (port)
  serveFormulae(
    {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', listener)
    },
    typeof workerData === 'string' ? workerData : null
  )
