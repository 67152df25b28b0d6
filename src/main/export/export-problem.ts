import type { AppError, Result } from '../../shared/model/result'

/** An export ended for a reason that can be said to a person. It crosses no thread: what a thread throws is told as words. */
export class ExportProblem extends Error {
  constructor(readonly error: AppError) {
    super(error.message)
  }
}

/** The value of a result; throws its error as a problem of the export. */
export function required<T>(result: Result<T>): T {
  if (!result.ok) throw new ExportProblem(result.error)
  return result.value
}
