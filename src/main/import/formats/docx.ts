import mammoth from 'mammoth'
import type { ImportWarning } from '../../../shared/model/import-warning'
import type { RawText, Source, StatedMetadata } from '../parsed'
import { entryText, unpack } from './archive'
import { commentsIn } from './docx-comments'
import { blocksOfMarkup, kindMark } from './pages/markup'
import { pageTree } from './pages/page-tree'
import { firstNamed, named, parseXml, tidy } from './xml'

const parts = /^(word\/(document|comments|footnotes|endnotes)\.xml|docProps\/core\.xml)$/

const quotations = [
  'Quote',
  'Intense Quote',
  'Block Text',
  'Quotations',
  'Block Quotation',
  '引用',
  '明显引用'
].map((style) => `p[style-name='${style}'] => blockquote > p:fresh`)

/**
 * A Word document, through mammoth: headings, lists, tables, footnotes and endnotes. Tracked changes are taken as
 * accepted, and counted; comments become passages with a memo. Macros and pictures stay outside.
 */
export async function parseDocx({ bytes }: Source): Promise<RawText[]> {
  const entries = unpack(bytes, (name) => parts.test(name))
  const source = entryText(entries, 'word/document.xml')
  if (source === null) throw new Error('there is no document in it')
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), styleMap: quotations }
  )
  const document = pageTree(value)
  tellNotes(document)
  const found = document.body ? blocksOfMarkup(document.body) : []
  const blocks = found.map(({ element: _, outside: __, ...block }) => ({ ...block, furniture: false }))
  const tree = parseXml(source)
  const { passages, lost } = commentsIn(tree, entryText(entries, 'word/comments.xml'), blocks)
  const warnings: ImportWarning[] = [
    { key: 'trackedChanges' as const, count: named(tree, 'ins').length + named(tree, 'del').length },
    { key: 'comments' as const, count: passages.length },
    { key: 'partsLeftOut' as const, count: lost },
    { key: 'picturesLeftOut' as const, count: document.querySelectorAll('img').length }
  ].filter(({ count }) => count > 0)
  return [
    { blocks, stated: statedIn(entryText(entries, 'docProps/core.xml')), warnings, passages, bare: true }
  ]
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
  for (const image of document.querySelectorAll('img')) image.removeAttribute('src')
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
