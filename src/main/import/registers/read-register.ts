import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { RegisterFile } from '../../../shared/formulae/register-file'
import { appError, reasonOf } from '../../../shared/model/app-error'
import { err, ok, type Result } from '../../../shared/model/result'
import { decode } from '../decode'
import { declaredInXml } from '../formats/xml'
import { registerOfJson } from './json-register'
import { registerOfRows } from './table-register'
import { registerOfTbx } from './tbx-register'

/** A register is no larger than this, in bytes. */
const largest = 30 * 1024 * 1024

/**
 * Reads a register of formulae from a file: one that was written for other projects, a whole project's own (`project.json`), a
 * termbase (TBX), or a table. Runs in the parsing process; touches nothing but the file.
 */
export async function readRegister(path: string): Promise<Result<RegisterFile>> {
  const name = basename(path)
  try {
    if ((await stat(path)).size > largest)
      return err(appError('Unsupported', 'fileTooLarge', { name, most: largest / 1024 / 1024 }))
    const bytes = await readFile(path)
    const register = await registerIn(bytes, name)
    return register.formulae.length > 0 ? ok(register) : err(appError('Invalid', 'registerEmpty', { name }))
  } catch (error) {
    return err(appError('Invalid', 'fileUnreadable', { name, reason: reasonOf(error) }))
  }
}

async function registerIn(bytes: Uint8Array, name: string): Promise<RegisterFile> {
  const title = name.replace(/\.[^.]+$/, '')
  const text = (declared?: string) => {
    const read = decode(bytes, declared)
    if (!read) throw new Error('it is no text')
    return read.text
  }
  switch (extname(name).toLowerCase()) {
    case '.json':
      return registerOfJson(JSON.parse(text('utf-8').replace(/^\uFEFF/, '')), title)
    case '.tbx':
    case '.xml':
      return registerOfTbx(text(declaredInXml(bytes)), title)
    case '.xlsx': {
      const { rowsOfXlsx } = await import('../formats/sheets/sheet')
      return registerOfRows(await rowsOfXlsx(bytes), title)
    }
    default: {
      const { rowsOfCsv } = await import('../formats/sheets/sheet-rows')
      return registerOfRows(rowsOfCsv(text()), title)
    }
  }
}
