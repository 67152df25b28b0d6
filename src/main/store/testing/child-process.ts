import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

/** Bundles a script into a folder, so that it can be run in a process of its own; answers its path. */
export async function buildChild(source: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: source, outDir: folder, minify: false },
    ssr: { noExternal: true }
  })
  const entry = (await readdir(folder)).find((name) => /-child\.m?js$/.test(name))
  if (entry === undefined) throw new Error(`${source} was not built`)
  return join(folder, entry)
}

/**
 * Runs a script until it ends, or is silent for too long and is killed. Answers its whole lines, and `over`, or how it
 * ended otherwise.
 */
export async function runChild(
  script: string,
  args: readonly string[],
  patienceMilliseconds: number
): Promise<{ lines: string[]; end: string }> {
  await mkdir(args[0] ?? '', { recursive: true })
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    let hangs = false
    const watch = () =>
      setTimeout(() => {
        hangs = true
        child.kill('SIGKILL')
      }, patienceMilliseconds)
    let timer = watch()
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      clearTimeout(timer)
      timer = watch()
    })
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString()
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      const end = hangs
        ? `it hangs for ${patienceMilliseconds} ms`
        : code === 0
          ? 'over'
          : errors.slice(-2000)
      resolve({ lines: output.split('\n').slice(0, -1), end })
    })
  })
}
