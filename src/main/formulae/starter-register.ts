import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RegisterFile } from '../../shared/formulae/register-file'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'

/** Reads a register from its file. */
async function readRegister(name: string): Promise<Result<RegisterFile>> {
  try {
    return ok(RegisterFile.parse(JSON.parse(await readFile(name, 'utf8'))))
  } catch (error) {
    return err(appError('Damaged', 'fileUnreadable', { name, reason: reasonOf(error) }))
  }
}

/** The register that comes with the app; what it knows is evidence for candidates and renderings. */
export function starterRegister(corpus: string): Promise<Result<RegisterFile>> {
  return readRegister(join(corpus, 'formulae.json'))
}
