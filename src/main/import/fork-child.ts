import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { reasonOf } from '../../shared/model/app-error'
import type { ParseChild } from './parser'

/** Starts the parsing process under plain Node, for the headless command. */
export function forkChild(script: string): ParseChild {
  const child = fork(script, {
    execArgv: ['--max-old-space-size=384'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })
  return {
    memory: () => residentSize(child.pid),
    // What cannot be sent is told by the end of the process, which has come or is coming.
    send: (message) => void child.send(message, () => {}),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) =>
      void child.on('exit', () => listener()).on('error', (error) => listener(reasonOf(error))),
    kill: () => void child.kill('SIGKILL')
  }
}

/** Linux tells it by a file; elsewhere the limits of the process's own have to do. */
async function residentSize(pid: number | undefined): Promise<number | null> {
  if (process.platform !== 'linux' || pid === undefined) return null
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(pages.split(' ')[1] ?? 0) * 4096
}
