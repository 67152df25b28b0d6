import type { Annotation } from '../model/annotation'
import { isId } from '../model/id-form'
import type { AnnotationId, DocumentId, ThemeId } from '../model/ids'

/** What a memo can link to. */
export type LinkTarget =
  | { readonly kind: 'passage'; readonly document: DocumentId; readonly id: AnnotationId }
  | { readonly kind: 'theme'; readonly id: ThemeId }
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'formula'; readonly phrase: string }

/** A link in a memo's text: where it stands (UTF-16, brackets included), what it leads to, what it says. */
export interface MemoLink {
  readonly start: number
  readonly end: number
  readonly target: LinkTarget
  readonly label: string
}

const pattern = /\[\[(passage|theme|document|formula):([^\]|\n]{1,500})(?:\|([^\]\n]{0,500}))?\]\]/g

/**
 * The links of a text: `[[theme:ID|name]]`, `[[document:ID|title]]`, `[[passage:DOCUMENT/ANNOTATION|words]]`,
 * `[[formula:words]]`. Ids keep a link true when what it leads to gets another name. What is not a link is text.
 */
export function memoLinks(text: string): MemoLink[] {
  const found: MemoLink[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, kind = '', name = '', said] = match
    const target = targetOf(kind, name)
    const { index: start } = match
    if (target) found.push({ start, end: start + whole.length, target, label: said ?? name })
  }
  return found
}

function targetOf(kind: string, name: string): LinkTarget | null {
  switch (kind) {
    case 'formula':
      return { kind, phrase: name }
    // The form of an id is looked at by hand: windows carry no schemas.
    case 'theme':
      return isId(name) ? { kind, id: name as ThemeId } : null
    case 'document':
      return isId(name) ? { kind, id: name as DocumentId } : null
    case 'passage': {
      const [document = '', id = '', ...more] = name.split('/')
      if (!isId(document) || !isId(id) || more.length > 0) return null
      return { kind, document: document as DocumentId, id: id as AnnotationId }
    }
    default:
      return null
  }
}

/** A memo as it reads where nothing can be clicked: each link by what it says. */
export function plainMemo(text: string): string {
  let plain = ''
  let at = 0
  for (const { start, end, label } of memoLinks(text)) {
    plain += text.slice(at, start) + label
    at = end
  }
  return plain + text.slice(at)
}

/** A link as it is written into a memo. */
export function writeLink(target: LinkTarget, label: string): string {
  const said = label
    .replace(/[[\]|\r\n]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
  switch (target.kind) {
    case 'passage':
      return `[[passage:${target.document}/${target.id}|${said}]]`
    case 'formula':
      return `[[formula:${target.phrase.replace(/[[\]|\r\n]+/g, ' ').trim()}]]`
    default:
      return `[[${target.kind}:${target.id}|${said}]]`
  }
}

export function passageLink({ document, id }: Pick<Annotation, 'document' | 'id'>, label: string): string {
  return writeLink({ kind: 'passage', document, id }, label)
}

/** What is asked for when one looks for the memos that mention something. */
export type Mentioned =
  | { readonly kind: 'passage' | 'theme' | 'document'; readonly id: string }
  | { readonly kind: 'formula'; readonly phrase: string }

/** Whether a text links to something. */
export function mentions(text: string, wanted: Mentioned): boolean {
  return memoLinks(text).some(({ target }) => {
    if (target.kind !== wanted.kind) return false
    if (target.kind === 'formula') return wanted.kind === 'formula' && target.phrase === wanted.phrase
    return wanted.kind !== 'formula' && target.id === wanted.id
  })
}
