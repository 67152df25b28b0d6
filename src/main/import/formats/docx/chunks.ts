import { dirname, posix } from 'node:path'
import type { ImportWarning } from '../../../../shared/model/import-warning'
import { decode } from '../../decode'
import type { ParsedBlock, RawText, Source } from '../../parsed'
import { declaredCharset } from '../pages/declared-charset'
import { parseHtml } from '../pages/html'
import { parseMhtml } from '../pages/mhtml'
import { parsePlainText } from '../plain-text'
import { parseRtf } from '../rtf/rtf'
import { attribute, named, parseXml } from '../xml'

/** How a document inside a document is read. */
export type ReadDocument = (source: Source) => Promise<readonly RawText[]>

/** Stands for a chunk while the document around it is read; no text has these signs. */
const mark = (number: number) => `\u{F0000}${number}\u{F0001}`
const marked = /^\u{F0000}(\d+)\u{F0001}$/u

/**
 * What a Word document holds as whole documents of other kinds (`w:altChunk`), as web exporters and mail merges make them:
 * each is taken out of the tree, and its place marked by a paragraph.
 */
export class Chunks {
  private readonly paths: (string | null)[] = []

  constructor(document: Document, relations: string | null) {
    const targets = relations === null ? new Map<string, string>() : targetsIn(relations)
    for (const chunk of named(document, 'altChunk')) {
      this.paths.push(targets.get(attribute(chunk, 'id') ?? '') ?? null)
      const paragraph = document.createElement('w:p')
      const run = document.createElement('w:r')
      const words = document.createElement('w:t')
      words.textContent = mark(this.paths.length - 1)
      run.append(words)
      paragraph.append(run)
      chunk.replaceWith(paragraph)
    }
  }

  get count(): number {
    return this.paths.length
  }

  /** Puts the words of the chunks in their places; those that cannot be read are told. */
  async into(
    blocks: readonly ParsedBlock[],
    entries: ReadonlyMap<string, Uint8Array>,
    readDocument: ReadDocument
  ): Promise<{ blocks: ParsedBlock[]; warnings: ImportWarning[] }> {
    const all: ParsedBlock[] = []
    const lost: string[] = []
    for (const block of blocks) {
      const number = marked.exec(block.text)?.[1]
      if (number === undefined) {
        all.push(block)
        continue
      }
      const path = this.paths[Number(number)] ?? null
      const own = path === null ? null : await blocksOf(path, entries.get(path), readDocument)
      if (own) all.push(...withTablesAfter(own, all))
      else lost.push(path?.slice(-200) ?? '–')
    }
    const warnings: ImportWarning[] =
      lost.length > 0 ? [{ key: 'embeddedLeftOut', count: lost.length, names: lost.slice(0, 20) }] : []
    return { blocks: all, warnings }
  }
}

function targetsIn(relations: string): Map<string, string> {
  return new Map(
    named(parseXml(relations), 'Relationship').map((each) => {
      const target = attribute(each, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : posix.join('word', target)
      return [attribute(each, 'Id') ?? '', path]
    })
  )
}

/** The blocks of a chunk, by what its bytes and its name say it is; null where it cannot be read. */
async function blocksOf(
  path: string,
  bytes: Uint8Array | undefined,
  readDocument: ReadDocument
): Promise<readonly ParsedBlock[] | null> {
  if (!bytes) return null
  const name = path.slice(dirname(path).length + 1)
  const source: Source = { bytes, name, text: (declared) => decode(bytes, declared)?.text ?? '' }
  try {
    const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart()
    if (head.startsWith('PK')) return blocksIn(await readDocument(source))
    if (head.startsWith('{\\rtf')) return blocksIn(await parseRtf(source))
    if (/^[\w-]+:[^\n]*\n/.test(head) && /^(mime-version|content-type):/im.test(head))
      return blocksIn(await parseMhtml(source))
    if (/\.txt$/i.test(path)) return parsePlainText(source.text()).blocks
    const page = source.text(declaredCharset(bytes))
    return page === '' ? null : parseHtml(page).blocks.map((block) => ({ ...block, furniture: false }))
  } catch {
    return null
  }
}

function blocksIn(texts: readonly RawText[]): ParsedBlock[] {
  return texts.flatMap(({ blocks }) => blocks.map((block) => ({ ...block, furniture: false })))
}

/** Tables keep numbers of their own. */
function withTablesAfter(own: readonly ParsedBlock[], before: readonly ParsedBlock[]): ParsedBlock[] {
  const next = 1 + before.reduce((most, { table = -1 }) => Math.max(most, table), -1)
  return own.map((block) => (block.table === undefined ? block : { ...block, table: block.table + next }))
}
