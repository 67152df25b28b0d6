import { parentPort, workerData } from 'node:worker_threads'
import { serveConcordance } from './serve-concordance'

/** The thread that keeps the texts of concordances and searches them. */
const port = parentPort
if (port)
  serveConcordance(
    {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', listener)
    },
    typeof workerData === 'string' ? workerData : null
  )
