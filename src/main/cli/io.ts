import type { AppError } from '../../shared/model/result'

/** Exit codes: done, the input was refused, wrong usage. */
export const exit = { done: 0, refused: 1, usage: 2 } as const

/** Wrong usage of the command line; its message is followed by the usage. */
export class UsageError extends Error {}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Progress and messages go to standard error, so that standard output holds data alone. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`)
}

export function refuse(error: AppError): typeof exit.refused {
  tell(`variorum: ${error.message}`)
  return exit.refused
}
