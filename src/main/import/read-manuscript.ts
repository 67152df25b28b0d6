import { rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import type { Manuscript } from '../../shared/quotations/manuscript'
import type { ParsedFile } from './parsed'
import type { Parser } from './parser'
import { type Format, formatOf } from './supported'
import { makeTempFolder } from './temp-folders'

/** What a manuscript may be written in; tables, books and the like are none. */
const written: ReadonlySet<Format> = new Set(['text', 'markdown', 'docx', 'odt', 'rtf', 'html'])

/** Every extension by which a manuscript can be chosen, without its dot. */
export const manuscriptExtensions = [
  'docx',
  'odt',
  'md',
  'markdown',
  'txt',
  'text',
  'rtf',
  'docm',
  'html',
  'htm'
]

/** Reads a manuscript by the readers of import, with its notes. Nothing of it is kept. */
export async function readManuscript(
  parser: Parser,
  path: string,
  signal?: AbortSignal
): Promise<Result<Manuscript>> {
  const name = basename(path)
  const format = formatOf(path)
  if (!format || !written.has(format)) return err(appError('Unsupported', 'noManuscript', { name }))
  return manuscriptOf(name, await parser.parse(path, {}, signal))
}

/** Text that was pasted, as a manuscript: read as Markdown where it has block quotations or notes in its signs. */
export async function readPasted(
  parser: Parser,
  text: string,
  signal?: AbortSignal
): Promise<Result<Manuscript>> {
  if (text.trim() === '') return err(appError('Invalid', 'manuscriptWithoutText'))
  const folder = await makeTempFolder('pasted')
  try {
    const isMarkdown = /^>\s|^\[\^[^\]\n]+\]:/m.test(text)
    const file = join(folder, isMarkdown ? 'pasted.md' : 'pasted.txt')
    await writeFile(file, text)
    return manuscriptOf('', await parser.parse(file, {}, signal))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function manuscriptOf(name: string, parsed: Result<ParsedFile>): Result<Manuscript> {
  if (!parsed.ok) return parsed
  const blocks = parsed.value.texts.flatMap((each) => each.blocks.map(({ kind, text }) => ({ kind, text })))
  return blocks.length === 0 ? err(appError('Invalid', 'manuscriptWithoutText')) : ok({ name, blocks })
}
