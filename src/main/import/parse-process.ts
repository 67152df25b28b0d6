import { parseFile } from './parse-file'

/**
 * The process in which untrusted files are parsed: a fork under plain Node, a utility process under Electron.
 * It is asked for a path and answers with blocks and proposals; the caller watches its time and memory.
 */
interface Request {
  readonly id: number
  readonly path: string
}

interface Port {
  on(event: 'message', listener: (message: { data: Request }) => void): void
  postMessage(message: unknown): void
}

const port: Port | undefined = Reflect.get(process, 'parentPort')

async function answer({ id, path }: Request): Promise<{ id: number; result: unknown }> {
  return { id, result: await parseFile(path) }
}

if (port) port.on('message', ({ data }) => void answer(data).then((reply) => port.postMessage(reply)))
else process.on('message', (data: Request) => void answer(data).then((reply) => process.send?.(reply)))
