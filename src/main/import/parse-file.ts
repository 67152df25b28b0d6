import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { sha256 } from '../store/hash'
import { decode } from './decode'
import { declaredCharset, parseHtml } from './formats/html'
import { parseMarkdown } from './formats/markdown'
import { parsePlainText } from './formats/plain-text'
import type { ParsedFile, RawText } from './parsed'
import { propose } from './propose/propose'
import { type Format, formatOf } from './supported'

const parsers: Readonly<Record<Format, (text: string) => RawText>> = {
  text: parsePlainText,
  markdown: parseMarkdown,
  html: parseHtml
}

/** A text of this many bytes is some twenty long novels; anything larger is a mistake or an attack. */
export const largestFile = 50 * 1024 * 1024

/** Reads one file into blocks and proposals. Runs in the parsing process; touches nothing but the file. */
export async function parseFile(path: string): Promise<Result<ParsedFile>> {
  const name = basename(path)
  const format = formatOf(path)
  if (!format)
    return err(appError('Unsupported', 'fileUnsupported', { name, extension: extname(path) || '–' }))
  try {
    const { size } = await stat(path)
    if (size === 0) return err(appError('Invalid', 'fileEmpty', { name }))
    if (size > largestFile)
      return err(
        appError('Unsupported', 'fileTooLarge', {
          name,
          size: Math.round(size / 1048576),
          most: largestFile / 1048576
        })
      )
    const bytes = await readFile(path)
    const decoded = decode(bytes, format === 'html' ? declaredCharset(bytes) : undefined)
    if (!decoded) return err(appError('Invalid', 'fileBinary', { name }))
    const raw = parsers[format](decoded.text)
    if (raw.blocks.length === 0) return err(appError('Invalid', 'fileWithoutText', { name }))
    return ok({ sha256: sha256(bytes), bytes: size, encoding: decoded.encoding, ...propose(raw, name) })
  } catch (error) {
    return err(appError('Invalid', 'fileUnreadable', { name, reason: reasonOf(error) }))
  }
}
