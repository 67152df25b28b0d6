import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and resolves with its exit code.
 * Output goes to this console. The two signals a person sends (interrupt, terminate) are passed on.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    const finish = (code) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      resolve(code ?? 1)
    }
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      finish(1)
    })
    child.on('close', finish)
  })
}

/** Path of a package's command in node_modules, started by this Node (works on every platform). */
export function bin(root, file, args) {
  return [process.execPath, [`${root}/node_modules/${file}`, ...args]]
}
