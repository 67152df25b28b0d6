import type { ImportWarning } from '../../../shared/model/import-warning'
import type { ParsedBlock, ParseOptions, RawText, Source, StatedMetadata } from '../parsed'
import { entryText, unpack } from './archive'
import { blocksOfMarkup, outsideMark } from './pages/markup'
import { type Referred, shortenOwnLinks, tellNoteMarks } from './pages/note-marks'
import { pageTree } from './pages/page-tree'
import { attribute, firstNamed, named, parseXml, tidy } from './xml'

/**
 * An EPUB book, its chapters in the order of the spine: as one text, or each as a text of its own. Navigation documents are
 * left out, footnotes are notes; text is text whichever way it is written, so that vertical Chinese reads as any other.
 */
export async function parseEpub({ bytes }: Source, options: ParseOptions = {}): Promise<RawText[]> {
  const entries = unpack(bytes, (name) => /\.(xml|opf|x?html?|ncx)$/i.test(name))
  if (entries.has('META-INF/encryption.xml') && isLocked(entryText(entries, 'META-INF/encryption.xml') ?? ''))
    throw new Error('it is protected')
  const container = parseXml(entryText(entries, 'META-INF/container.xml') ?? '')
  const statedPath =
    attribute(firstNamed(container, 'rootfile') ?? container.documentElement, 'full-path') ?? ''
  const packagePath = entryAt(entries, '', statedPath) ?? statedPath
  const source = entryText(entries, packagePath)
  if (source === null) throw new Error('it has no package document')
  const book = parseXml(source)
  const stated = statedIn(book)
  const items = new Map(named(book, 'item').map((each) => [attribute(each, 'id') ?? '', each]))
  const notes = new Map<string, Referred[]>()
  const missing: string[] = []
  const chapters = named(book, 'itemref').flatMap((reference): ParsedBlock[][] => {
    const item = items.get(attribute(reference, 'idref') ?? '')
    const path = entryAt(entries, packagePath, (item && attribute(item, 'href')) ?? '')
    const chapter = path === null ? null : entryText(entries, path)
    if (!item || /\bnav\b/.test(attribute(item, 'properties') ?? '')) return []
    if (path === null || chapter === null) {
      missing.push((attribute(item, 'href') ?? '').slice(0, 200))
      return []
    }
    const blocks = chapterBlocks(path, chapter, notes)
    return blocks.length > 0 ? [blocks] : []
  })
  const own = chapters.filter((blocks) => blocks.some((block) => !block.furniture))
  const warnings: ImportWarning[] =
    missing.length > 0 ? [{ key: 'embeddedLeftOut', count: missing.length, names: missing.slice(0, 20) }] : []
  if (options.chapters && own.length > 1)
    return own.map((blocks, at) => ({
      ...asText(blocks, at, own.length, stated),
      ...(at === 0 && { warnings })
    }))
  return [{ blocks: inOne(chapters), stated, warnings, bare: true, chapters: own.length }]
}

/** A chapter by its first heading; its book is kept with it. */
function asText(blocks: readonly ParsedBlock[], at: number, count: number, book: StatedMetadata): RawText {
  const number = String(at + 1)
  const title = blocks.find(({ kind, furniture }) => kind === 'heading' && !furniture)?.text.slice(0, 400)
  const name = title ?? [book.title, number].filter(Boolean).join(' · ')
  return {
    blocks,
    stated: { ...book, title: name },
    part: `${number}. ${name}`,
    attributes: { ...(book.title ? { book: book.title } : {}), chapter: number },
    bare: true,
    chapters: count
  }
}

/** Chapters one after another, their tables numbered through. */
function inOne(chapters: readonly (readonly ParsedBlock[])[]): ParsedBlock[] {
  let tables = 0
  return chapters.flatMap((chapter) => {
    const before = tables
    tables += 1 + Math.max(-1, ...chapter.map((each) => each.table ?? -1))
    return chapter.map((each) => (each.table === undefined ? each : { ...each, table: each.table + before }))
  })
}

/**
 * The blocks of a chapter, one tree at a time: a book is large. Notes may stand in their chapter or all together behind it;
 * `notes` gathers, by their files, those that the chapters so far refer to.
 */
function chapterBlocks(path: string, source: string, notes: Map<string, Referred[]>): ParsedBlock[] {
  const document = pageTree(source)
  shortenOwnLinks(document, (address) => resolve(path, address) === path)
  tellNoteMarks(document, notes.get(path), (href, label) => {
    const [address = '', fragment = ''] = href.split('#')
    const file = resolve(path, address)
    const there = notes.get(file) ?? []
    there.push({ fragment, label })
    notes.set(file, there)
  })
  // Title pages and lists of contents say again what stands elsewhere.
  for (const page of document.querySelectorAll(
    '[epub\\:type~="titlepage"], [epub\\:type~="toc"], [epub\\:type~="cover"]'
  ))
    page.setAttribute(outsideMark, '')
  const root = document.querySelector('body') ?? document.documentElement
  return (root ? blocksOfMarkup(root) : []).map(({ element: _, outside, ...block }) => ({
    ...block,
    furniture: outside
  }))
}

/** Fonts may be disguised; a book whose chapters are encrypted cannot be read. */
function isLocked(encryption: string): boolean {
  return named(parseXml(encryption), 'CipherReference').some((each) =>
    /\.x?html?$/i.test(attribute(each, 'URI') ?? '')
  )
}

/** The entry that a book means: names may be written with percent signs, in the book or in the archive itself, or composed. */
function entryAt(entries: ReadonlyMap<string, Uint8Array>, base: string, href: string): string | null {
  const plain = resolve(base, href)
  const kept = joinPath(base, href.split('#')[0] ?? '')
  const known = [plain, kept, encodeURI(plain)].find((each) => entries.has(each))
  if (known !== undefined) return known
  const own = (name: string) => unescaped(name).normalize('NFC').toLowerCase()
  return [...entries.keys()].find((each) => own(each) === own(plain)) ?? null
}

/** A path beside another within the archive. What leads out of it leads nowhere. */
function resolve(base: string, href: string): string {
  return joinPath(base, unescaped(href.split('#')[0] ?? ''))
}

function joinPath(base: string, path: string): string {
  const parts = base.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function statedIn(book: Document): StatedMetadata {
  const said = (name: string) => tidy(firstNamed(book, name)?.textContent)
  const fields: Record<keyof StatedMetadata, string> = {
    title: said('title'),
    language: said('language'),
    published: said('date'),
    author: named(book, 'creator')
      .filter((each) => /^(aut|cre)?$/.test(attribute(each, 'role') ?? ''))
      .map((each) => tidy(each.textContent))
      .join('; '),
    publisher: said('publisher'),
    source: said('source')
  }
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !/^(unknown( (title|author))?)?$/i.test(value))
  )
}
