import { spawn } from 'node:child_process'

export interface Outcome {
  /** Whether its window came to stand; the app is ended then. */
  readonly opened: boolean
  /** How it ended by itself. */
  readonly code: number | null
  /** Everything it wrote. */
  readonly said: string
}

/**
 * Runs an app that no debugger can look into, until its window stands or it ends by itself.
 *
 * @param env what is added to the environment
 */
export function runApp(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {}
): Promise<Outcome> {
  const app = spawn(executable, args, { env: { ...process.env, ...env, VARIORUM_ANNOUNCE: '1' } })
  let said = ''
  let opened = false
  const hear = (chunk: Buffer) => {
    said += chunk
    if (opened || !said.includes('INTERACTIVE')) return
    opened = true
    app.kill()
  }
  app.stdout.on('data', hear)
  app.stderr.on('data', hear)
  return new Promise((resolve, reject) => {
    app.once('error', reject)
    app.once('close', (code) => resolve({ opened, code, said }))
  })
}
