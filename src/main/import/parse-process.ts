import { basename } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, type Result } from '../../shared/model/result'
import { parseFile } from './parse-file'
import type { ParseRequest } from './parser'
import { readRegister } from './registers/read-register'
import { unpackArchive } from './unpack-archive'

/**
 * The process in which untrusted files are parsed: a fork under plain Node, a utility process under Electron.
 * It is asked for a path and answers with blocks and proposals; the caller watches its time and memory.
 */
interface Port {
  on(event: 'message', listener: (message: { data: ParseRequest }) => void): void
  postMessage(message: unknown): void
}

/** How long a file may still take after a library has let one of its own promises fail unheard. */
const afterStray = 2000

/** The requests in hand, each with the way to refuse it. */
const inHand = new Map<number, (reason: string) => void>()

/**
 * pdf.js lets promises of its own fail that nobody waits for. That would end this process, though the file in hand is
 * mostly read all the same: it keeps its chance for a moment, and is refused if it waits for what failed.
 */
process.on('unhandledRejection', (reason) => {
  for (const refuse of inHand.values()) setTimeout(() => refuse(reasonOf(reason)), afterStray).unref()
})

async function answer({
  id,
  path,
  options,
  into,
  isRegister
}: ParseRequest): Promise<{ id: number; result: unknown }> {
  const given = new Promise<Result<never>>((settle) => {
    inHand.set(id, (reason) =>
      settle(err(appError('Invalid', 'fileUnreadable', { name: basename(path), reason })))
    )
  })
  const done = isRegister
    ? readRegister(path)
    : into === null
      ? parseFile(path, options)
      : unpackArchive(path, into.folder, into.limits)
  const result = await Promise.race([done, given])
  inHand.delete(id)
  return { id, result }
}

const port: Port | undefined = Reflect.get(process, 'parentPort')

if (port) port.on('message', ({ data }) => void answer(data).then((reply) => port.postMessage(reply)))
else process.on('message', (data: ParseRequest) => void answer(data).then((reply) => process.send?.(reply)))
