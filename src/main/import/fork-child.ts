import { fork } from 'node:child_process'
import type { ParseChild } from './parser'

/** Starts the parsing process under plain Node, for the headless command. */
export function forkChild(script: string): ParseChild {
  const child = fork(script, {
    execArgv: ['--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })
  return {
    pid: child.pid,
    send: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL')
  }
}
