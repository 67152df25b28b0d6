import { tidy } from '../xml'
import { kindMark } from './markup'

const references =
  'sup a[href*="#"], a[epub\\:type~="noteref"], a[role~="doc-noteref"], a.footnote-ref, a.noteref, a sup, a[href^="#_ftn"]:not([href^="#_ftnref"]), a[href^="#_edn"]:not([href^="#_ednref"])'
const notes =
  '[epub\\:type~="footnote"], [epub\\:type~="endnote"], [epub\\:type~="rearnote"], [role~="doc-footnote"], [role~="doc-endnote"]'
const backs =
  'a[role~="doc-backlink"], a.footnote-back, a.footnote-backref, a[epub\\:type~="backlink"], a.sdfootnotesym, a.sdendnotesym, a[href^="#_ftnref"], a[href^="#_ednref"]'

/**
 * Makes links into a document itself out of those that name it by its own address, as saved pages and books do.
 * `isOwn` tells of an address without its fragment whether it is the document's.
 */
export function shortenOwnLinks(document: Document, isOwn: (address: string) => boolean): void {
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    const href = link.getAttribute('href') ?? ''
    const at = href.indexOf('#')
    if (at > 0 && isOwn(href.slice(0, at))) link.setAttribute('href', href.slice(at))
  }
}

/** A note that something refers to, by the name of its place and its mark. */
export interface Referred {
  readonly fragment: string
  readonly label: string
}

/**
 * Footnotes of a page or a chapter: what refers to one stands in brackets, so that "2020" and a raised 1 are not one
 * number, and the note itself begins with the same mark. `referred` are notes in it that other documents refer to;
 * `elsewhere` is told of references to other documents.
 */
export function tellNoteMarks(
  document: Document,
  referred: readonly Referred[] = [],
  elsewhere: (href: string, label: string) => void = () => {}
): void {
  for (const { fragment, label } of referred) tellNote(noteAt(byId(document, fragment), null), label)
  for (const back of document.querySelectorAll(backs)) {
    // Word processors make the way back the place that references lead to.
    const place = back.getAttribute('name') ?? back.id
    if (place && back.parentElement && !back.parentElement.id) back.parentElement.id = place
    back.remove()
  }
  for (const note of document.querySelectorAll(notes)) note.setAttribute(kindMark, 'note')
  for (const found of document.querySelectorAll(references)) {
    const link = found.closest('a')
    const label = tidy(found.textContent).replace(/^\[(.*)\]$/, '$1')
    if (!link || link.hasAttribute(marked) || !/^(\d{1,4}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})$/i.test(label))
      continue
    const inNote = link.parentElement?.closest(`[${marked}]`)
    link.setAttribute(marked, '')
    link.textContent = inNote ? `[${label}] ` : `[${label}]`
    if (inNote) continue
    const href = link.getAttribute('href') ?? ''
    if (href.startsWith('#')) tellNote(noteAt(byId(document, href.slice(1)), link), label)
    else elsewhere(href, label)
  }
}

const marked = 'data-variorum-note'

function tellNote(note: Element | null, label: string): void {
  if (!note || note.closest(`[${marked}]`)) return
  note.setAttribute(kindMark, 'note')
  note.setAttribute(marked, '')
  const first = note.querySelector('p') ?? note
  if (!tidy(first.textContent).startsWith(label) && !tidy(first.textContent).startsWith(`[${label}]`))
    first.prepend(note.ownerDocument.createTextNode(`[${label}] `))
}

/** The note that a reference leads to: the item or paragraph in which its target lies, never a whole section. */
function noteAt(target: Element | null, link: Element | null): Element | null {
  const own = target?.closest('li, p, aside, dd, td, div') ?? null
  return own && (own.textContent ?? '').length < 5000 && !(link && own.contains(link)) ? own : null
}

/** What a fragment of an address names in a document. */
function byId(document: Document, fragment: string): Element | null {
  let id = fragment
  try {
    id = decodeURIComponent(fragment)
  } catch {
    // It is no encoding at all, but the name as it is.
  }
  return id === '' ? null : document.getElementById(id)
}
