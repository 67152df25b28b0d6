import { parseFile } from './parse-file'
import type { ParseRequest } from './parser'
import { unpackArchive } from './unpack-archive'

/**
 * The process in which untrusted files are parsed: a fork under plain Node, a utility process under Electron.
 * It is asked for a path and answers with blocks and proposals; the caller watches its time and memory.
 */
interface Port {
  on(event: 'message', listener: (message: { data: ParseRequest }) => void): void
  postMessage(message: unknown): void
}

const port: Port | undefined = Reflect.get(process, 'parentPort')

async function answer({ id, path, options, into }: ParseRequest): Promise<{ id: number; result: unknown }> {
  return { id, result: into === null ? await parseFile(path, options) : await unpackArchive(path, into) }
}

if (port) port.on('message', ({ data }) => void answer(data).then((reply) => port.postMessage(reply)))
else process.on('message', (data: ParseRequest) => void answer(data).then((reply) => process.send?.(reply)))
