import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { ImportWarning } from '../../../shared/model/import-warning'
import type { RawText, Source, StatedMetadata } from '../parsed'
import { entryText, unpack } from './archive'
import { Chunks } from './docx/chunks'
import { writeNumbers } from './docx/word-numbers'
import { writeSigns } from './docx/word-signs'
import { commentsIn } from './docx-comments'
import { blocksOfMarkup, kindMark } from './pages/markup'
import { pageTree } from './pages/page-tree'
import { attribute, firstNamed, named, parseXml, tidy } from './xml'

/** Everything but pictures; what is embedded as a document of its own lies in files of many names. */
const isPicture = (name: string) =>
  name.startsWith('word/media/') ||
  /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|ico|bin|odttf|ttf|vml)$/i.test(name)
/** Parts that may hold signs which Word writes as elements. */
const parts = ['word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml']
/** How deep documents may lie in documents. */
const deepest = 3

const quotations = [
  'Quote',
  'Intense Quote',
  'Block Text',
  'Quotations',
  'Block Quotation',
  '引用',
  '明显引用'
].map((style) => `p[style-name='${style}'] => blockquote > p:fresh`)
const titles = ['Title', 'title', '标题'].map((style) => `p[style-name='${style}'] => h1:fresh`)

/**
 * A Word document, through mammoth: headings, lists, tables, footnotes and endnotes. Tracked changes are taken as
 * accepted, and counted; comments become passages with a memo. Numbers that Word makes itself and signs that it writes as
 * elements are written out before; documents embedded in it come in at their places. Macros and pictures stay outside.
 */
export async function parseDocx(source: Source): Promise<RawText[]> {
  return readDocument(source, 0)
}

async function readDocument({ bytes }: Source, depth: number): Promise<RawText[]> {
  if (depth > deepest) throw new Error('documents lie too deep in documents')
  const entries = unpack(bytes, (name) => !name.endsWith('/') && !isPicture(name))
  const path = documentPath(entries)
  const source = entryText(entries, path)
  if (source === null) throw new Error('there is no document in it')
  const tree = parseXml(source)
  const chunks = new Chunks(tree, entryText(entries, path.replace(/([^/]+)$/, '_rels/$1.rels')))
  const signs = writeSigns(tree)
  const numbers = writeNumbers(
    tree,
    entryText(entries, 'word/numbering.xml'),
    entryText(entries, 'word/styles.xml')
  )
  if (chunks.count > 0 || signs || numbers > 0) entries.set(path, strToU8(tree.toString()))
  for (const part of parts) {
    const own = entryText(entries, part)
    const parsed = own === null ? null : parseXml(own)
    if (parsed && writeSigns(parsed)) entries.set(part, strToU8(parsed.toString()))
  }
  // Only what was unpacked here, within bounds, is handed on.
  const sound = zipSync(Object.fromEntries(entries), { level: 0 })
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(sound) },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      styleMap: [...quotations, ...titles]
    }
  )
  const document = pageTree(value)
  tellNotes(document)
  const found = document.body ? blocksOfMarkup(document.body) : []
  const own = found.map(({ element: _, outside: __, ...block }) => ({ ...block, furniture: false }))
  const { blocks, warnings: lostChunks } = await chunks.into(own, entries, (inner) =>
    readDocument(inner, depth + 1)
  )
  const { passages, lost } = commentsIn(tree, entryText(entries, 'word/comments.xml'), blocks)
  const counted: ImportWarning[] = [
    { key: 'trackedChanges' as const, count: changesIn(tree) },
    { key: 'comments' as const, count: passages.length },
    { key: 'partsLeftOut' as const, count: lost },
    { key: 'picturesLeftOut' as const, count: document.querySelectorAll('img').length }
  ].filter(({ count }) => count > 0)
  const warnings = [...counted, ...lostChunks]
  return [
    { blocks, stated: statedIn(entryText(entries, 'docProps/core.xml')), warnings, passages, bare: true }
  ]
}

/** Where the document lies; some writers give it another name. */
function documentPath(entries: ReadonlyMap<string, Uint8Array>): string {
  const relations = entryText(entries, '_rels/.rels')
  const main =
    relations === null
      ? undefined
      : named(parseXml(relations), 'Relationship').find((each) =>
          (attribute(each, 'Type') ?? '').endsWith('/officeDocument')
        )
  const path = (main && attribute(main, 'Target'))?.replace(/^\//, '')
  return path && entries.has(path) ? path : 'word/document.xml'
}

/** What was put in, taken out or moved with changes tracked; what is moved is one change. */
function changesIn(tree: Document): number {
  const changes = named(tree, 'ins').length + named(tree, 'del').length
  return changes + (named(tree, 'moveFromRangeStart').length || named(tree, 'moveFrom').length)
}

/** Mammoth puts footnotes into lists with arrows back: here each is a note that begins with its number. */
function tellNotes(document: Document): void {
  for (const note of document.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')) {
    for (const back of note.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]'))
      back.remove()
    note.setAttribute(kindMark, 'note')
    const id = note.getAttribute('id') ?? ''
    const reference = document.querySelector(`a[href="#${id}"]`)
    const first = note.querySelector('p') ?? note
    first.prepend(document.createTextNode(`${tidy(reference?.textContent)} `))
  }
  // A table within a cell is words of that cell.
  for (const table of Array.from(document.querySelectorAll('table table')).reverse()) {
    const words = Array.from(table.querySelectorAll('td, th'), (cell) => tidy(cell.textContent))
    const paragraph = document.createElement('p')
    paragraph.textContent = words.join(' ')
    table.replaceWith(paragraph)
  }
  for (const image of document.querySelectorAll('img')) image.removeAttribute('src')
  // Form fields that are ticked.
  for (const box of document.querySelectorAll('input[type="checkbox"]'))
    box.replaceWith(document.createTextNode(box.hasAttribute('checked') ? '☑' : '☐'))
}

function statedIn(core: string | null): StatedMetadata {
  if (core === null) return {}
  const tree = parseXml(core)
  const said = (name: string) => tidy(firstNamed(tree, name)?.textContent)
  const fields: Record<keyof StatedMetadata, string> = {
    title: said('title'),
    language: said('language'),
    published: '',
    author: said('creator'),
    publisher: '',
    source: ''
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
