import type { ParsedBlock, ParsedPassage } from '../parsed'
import { commentPassages } from './comment-passages'
import { instantOf } from './parse-timestamp'
import { attribute, childrenNamed, localName, named, parseXml, tidy } from './xml'

/** The comments of a Word document on the text that was made of it; those that are not found are counted. */
export function commentsIn(
  document: ParentNode,
  comments: string | null,
  blocks: readonly ParsedBlock[]
): { passages: ParsedPassage[]; lost: number } {
  if (comments === null) return { passages: [], lost: 0 }
  const said = new Map(
    named(parseXml(comments), 'comment').map((each) => [
      attribute(each, 'id') ?? '',
      {
        memo: [attribute(each, 'author'), paragraphs(each)].filter(Boolean).join(': '),
        created: instantOf(attribute(each, 'date'))
      }
    ])
  )
  const { words, places } = commented(document)
  const found = places.flatMap(({ id, start, end }) => {
    const comment = said.get(id)
    return comment?.memo ? [{ ...comment, start, end }] : []
  })
  return commentPassages(words, found, blocks)
}

function paragraphs(comment: Element): string {
  return childrenNamed(comment, 'p')
    .map((each) => tidy(each.textContent))
    .filter(Boolean)
    .join('\n\n')
}

interface Places {
  /** What the document says, spaced anyhow. */
  readonly words: string
  readonly places: readonly { readonly id: string; readonly start: number; readonly end: number }[]
}

/** The words of a document, and where comments begin and end among them. */
function commented(document: ParentNode): Places {
  const parts: string[] = []
  let length = 0
  const add = (words: string) => {
    parts.push(words)
    length += words.length
  }
  const begun = new Map<string, number>()
  const places: { id: string; start: number; end: number }[] = []
  for (const element of Array.from(document.querySelectorAll('*'))) {
    const id = attribute(element, 'id') ?? ''
    switch (localName(element)) {
      case 'commentRangeStart':
        begun.set(id, length)
        break
      case 'commentRangeEnd':
        places.push({ id, start: begun.get(id) ?? length, end: length })
        break
      case 'p':
      case 'tab':
      case 'br':
        add(' ')
        break
      case 't':
        if (!isDeleted(element)) add(element.textContent ?? '')
        break
    }
  }
  return { words: parts.join(''), places }
}

function isDeleted(element: Element): boolean {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/^(del|moveFrom)$/.test(localName(at))) return true
  return false
}
