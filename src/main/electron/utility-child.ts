import { app, utilityProcess } from 'electron'
import type { ParseChild } from '../import/parser'

/** Starts the parsing process as an Electron utility process. */
export function utilityChild(script: string): ParseChild {
  const child = utilityProcess.fork(script, [], {
    execArgv: ['--max-old-space-size=384'],
    serviceName: 'Variorum import',
    stdio: 'ignore'
  })
  return {
    memory: async () => {
      const own = app.getAppMetrics().find(({ pid }) => pid === child.pid)
      return own ? own.memory.workingSetSize * 1024 : null
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', () => listener()),
    kill: () => void child.kill()
  }
}
