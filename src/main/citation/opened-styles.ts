import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type CitationStyleInfo, isShippedStyle } from '../../shared/citation/citation-styles'
import { writeDurably } from '../store/durable-file'
import type { ParsedStyle } from './parse-style'
import { StyleProblem } from './style-problem'

/** In bytes; no style that can be used is larger. */
const largestFile = 4_000_000
/** Of a style's own name, in UTF-16 code units: a file name of it stays short enough everywhere. */
const longestName = 80
const hashLength = 8
const prefix = 'file:'

/** The citation styles that this person has opened, each a file of their data folder. */
export class OpenedStyles {
  constructor(private readonly folder: string) {}

  /** Those that can be used, by their titles. */
  async list(): Promise<CitationStyleInfo[]> {
    const files = await readdir(this.folder).catch(() => [])
    const styles = await Promise.all(
      files.filter((file) => extname(file) === '.csl').map((file) => this.read(file))
    )
    return styles.flatMap((each) => each ?? []).sort((a, b) => (a.label.en < b.label.en ? -1 : 1))
  }

  /**
   * Checks a file and keeps it. A style of the same file name takes the place of the one before.
   * @throws StyleProblem
   */
  async open(path: string): Promise<CitationStyleInfo> {
    if ((await stat(path)).size > largestFile) throw new StyleProblem('tooLarge')
    const xml = asText(await readFile(path))
    const style = await parsed(xml)
    const name = safeName(basename(path, extname(path)))
    await mkdir(this.folder, { recursive: true })
    await writeDurably(join(this.folder, `${name}.csl`), xml)
    return infoOf(name, style)
  }

  /** The text of an opened style; null for a style that ships. @throws StyleProblem where it is gone */
  async xmlOf(id: string): Promise<string | null> {
    if (isShippedStyle(id)) return null
    if (!id.startsWith(prefix)) throw new StyleProblem('missing', id)
    const name = safeName(id.slice(prefix.length))
    const xml = await readFile(join(this.folder, `${name}.csl`), 'utf8').catch(() => null)
    if (xml === null) throw new StyleProblem('missing', name)
    return xml
  }

  private async read(file: string): Promise<CitationStyleInfo | null> {
    try {
      return infoOf(basename(file, '.csl'), await parsed(await readFile(join(this.folder, file), 'utf8')))
    } catch {
      return null
    }
  }
}

/** The reader of XML is loaded with the first style that is read: no start needs it. @throws StyleProblem */
async function parsed(xml: string): Promise<ParsedStyle> {
  const { parseStyle } = await import('./parse-style')
  return parseStyle(xml)
}

/** Styles are UTF-8. */
function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new StyleProblem('notXml')
  }
}

function infoOf(name: string, { title, kind }: ParsedStyle): CitationStyleInfo {
  const label = title === '' ? name : title
  return { id: `${prefix}${name}`, kind, label: { en: label, 'zh-CN': label } }
}

/** A file's name without what a folder could be left by; long or odd ones are told apart by a hash. */
function safeName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '')
  if (plain === name && name.length <= longestName + hashLength + 1) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, hashLength)
  return `${plain.slice(0, longestName)}-${hash}`
}
