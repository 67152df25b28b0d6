import { open } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { sha256 } from '../store/hash'
import { cleaned } from './clean'
import { type Decoded, decode } from './decode'
import { fitFile } from './fit/fit-file'
import { parseDocx } from './formats/docx'
import { parseEpub } from './formats/epub'
import { parseJson } from './formats/json-files'
import { parseMarkdown } from './formats/markdown'
import { parseOdt } from './formats/odt'
import { declaredCharset } from './formats/pages/declared-charset'
import { parseHtml } from './formats/pages/html'
import { parseMhtml } from './formats/pages/mhtml'
import { parsePdf } from './formats/pdf/pdf'
import { parsePlainText } from './formats/plain-text'
import { parseBibtex } from './formats/references/bibtex'
import { parseRis } from './formats/references/ris'
import { parseQdc } from './formats/refi/codebook'
import { parseQdpx } from './formats/refi/project'
import { parseRtf } from './formats/rtf/rtf'
import { parseCsv, parseXlsx } from './formats/sheets/sheet'
import { parseSubtitles } from './formats/subtitles'
import { parseTei } from './formats/tei'
import { parseTmx } from './formats/tmx'
import { declaredInXml } from './formats/xml'
import { EntityProblem } from './formats/xml-entities'
import { isZoteroNote, readZoteroNote } from './formats/zotero/zotero-note'
import { parseZoteroRdf } from './formats/zotero/zotero-rdf'
import type { ParsedFile, ParseOptions, RawFile, RawText, Source } from './parsed'
import { propose } from './propose/propose'
import { type Format, formatOf } from './supported'

type ParseFormat = (source: Source, options: ParseOptions) => Promise<readonly RawText[] | RawFile>

const parsers: Readonly<Record<Format, ParseFormat>> = {
  text: async (source) => [parsePlainText(source.text())],
  markdown: async (source) => [parseMarkdown(source.text())],
  html: parsePage,
  mhtml: parseMhtml,
  docx: parseDocx,
  odt: parseOdt,
  rtf: parseRtf,
  pdf: parsePdf,
  epub: parseEpub,
  csv: parseCsv,
  xlsx: parseXlsx,
  tmx: parseTmx,
  xml: parseTei,
  subtitles: parseSubtitles,
  qdpx: parseQdpx,
  qdc: parseQdc,
  json: parseJson,
  bibtex: parseBibtex,
  ris: parseRis,
  rdf: parseZoteroRdf
}
/** Formats that say themselves how their bytes are to be read. */
const binary = new Set<Format>(['mhtml', 'docx', 'odt', 'rtf', 'pdf', 'epub', 'xlsx', 'qdpx'])

/** Formats that hold pictures and the like beside their text, or are packed, may be this large. */
export const largestFile = 100 * 1024 * 1024
/** A text of this many bytes is some twenty long novels; anything larger is a mistake or an attack. */
const largestText = 30 * 1024 * 1024
const mayBeLarge = new Set<Format>(['mhtml', 'docx', 'odt', 'rtf', 'pdf', 'epub', 'xlsx', 'qdpx', 'csv'])
/** One file makes no more texts than this. */
const mostTexts = 5000

/** Reads one file into texts and proposals. Runs in the parsing process; touches nothing but the file. */
export async function parseFile(path: string, options: ParseOptions = {}): Promise<Result<ParsedFile>> {
  const name = basename(path)
  const format = formatOf(path)
  if (!format)
    return err(appError('Unsupported', 'fileUnsupported', { name, extension: extname(path) || '–' }))
  try {
    const whole = await readWhole(path, name, mayBeLarge.has(format) ? largestFile : largestText)
    if (!whole.ok) return whole
    const bytes = whole.value
    let used: Decoded | null = null
    const source: Source = {
      bytes,
      name,
      text(declared) {
        used = decode(bytes, declared ?? declaredFor(format, bytes), options.encoding)
        if (!used) throw new BinaryFile()
        return used.text
      }
    }
    const found = await parsers[format](source, options)
    const {
      texts: own,
      sidecars = [],
      codebook = [],
      groups = [],
      memos = [],
      coders,
      attributes,
      warnings = []
    } = 'texts' in found ? found : { texts: found }
    const raw = own.map(cleaned).filter(({ blocks }) => saysSomething(blocks))
    if (raw.length + sidecars.length + codebook.length === 0)
      return err(appError('Invalid', 'fileWithoutText', { name }))
    const read = used as Decoded | null
    const encoding = read?.encoding ?? (binary.has(format) ? format : 'utf-8')
    const texts = raw.slice(0, mostTexts).map((each) => propose(each, name))
    const tooMany = raw.length - texts.length
    const brought = {
      codebook: [...codebook],
      groups: [...groups],
      memos: [...memos],
      ...(coders && { coders: [...coders] }),
      ...(attributes && { attributes: [...attributes] })
    }
    const file = {
      sha256: sha256(bytes),
      bytes: bytes.length,
      encoding,
      brought,
      sidecars: [...sidecars],
      warnings: [
        ...(read?.warnings ?? []),
        ...warnings,
        ...(tooMany > 0 ? [{ key: 'textsLeftOut' as const, count: tooMany }] : [])
      ],
      texts
    }
    const fitted = fitFile(file, name)
    // What was read may be nothing that can be kept, a highlight without words, say.
    if (fitted.texts.length + fitted.sidecars.length + fitted.brought.codebook.length === 0)
      return err(appError('Invalid', 'fileWithoutText', { name }))
    return ok(fitted)
  } catch (error) {
    return err(problemOf(error, name))
  }
}

/** A saved page; or a note of Zotero, which says something of a text that lies elsewhere. */
async function parsePage(source: Source): Promise<readonly RawText[] | RawFile> {
  const text = source.text(declaredCharset(source.bytes))
  return isZoteroNote(text) ? readZoteroNote(text) : [parseHtml(text)]
}

/** The bytes of a file, no more than it had when it was opened. */
async function readWhole(path: string, name: string, largest: number): Promise<Result<Uint8Array>> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) return err(appError('Invalid', 'fileEmpty', { name }))
    if (size > largest) {
      const [most, own] = [largest / 1048576, Math.round(size / 1048576)]
      return err(appError('Unsupported', 'fileTooLarge', { name, size: own, most }))
    }
    const bytes = Buffer.alloc(size)
    const { bytesRead } = await file.read(bytes, 0, size, 0)
    return bytesRead === size ? ok(bytes) : err(appError('Conflict', 'fileChanged', { name }))
  } finally {
    await file.close()
  }
}

class BinaryFile extends Error {}

function declaredFor(format: Format, bytes: Uint8Array): string | undefined {
  return format === 'xml' || format === 'tmx' || format === 'qdc' ? declaredInXml(bytes) : undefined
}

function saysSomething(blocks: RawText['blocks']): boolean {
  return blocks.some((block) => block.text !== '')
}

function problemOf(error: unknown, name: string) {
  if (error instanceof BinaryFile) return appError('Invalid', 'fileBinary', { name })
  if (error instanceof EntityProblem)
    return error.entity === ''
      ? appError('Unsupported', 'fileUnfolds', { name })
      : appError('Unsupported', 'fileEntityUnknown', { name, entity: error.entity.slice(0, 100) })
  // Readers of XML add places that they do not know.
  const reason = reasonOf(error).replace(/\s*@#\[line:[^\]]*\]/g, '')
  if (reason === 'scan') return appError('Unsupported', 'fileScanned', { name })
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException' || /encrypted|protected|password/i.test(reason))
    return appError('Unsupported', 'fileLocked', { name })
  return appError('Invalid', 'fileUnreadable', { name, reason })
}
