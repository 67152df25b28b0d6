import { canonicalText } from '../../../shared/text/canonical'
import type { ParsedBlock, ParsedPassage } from '../parsed'
import { attribute, childrenNamed, localName, named, parseXml, tidy } from './xml'

/**
 * The comments of a Word document as passages of the text that was made of it. A comment is found by the words it
 * stands on; of several places the one that comes after as many others as in the document. What is not found is counted.
 */
export function commentsIn(
  document: ParentNode,
  comments: string | null,
  blocks: readonly ParsedBlock[]
): { passages: ParsedPassage[]; lost: number } {
  if (comments === null) return { passages: [], lost: 0 }
  const said = new Map(
    named(parseXml(comments), 'comment').map((each) => [
      attribute(each, 'id') ?? '',
      [attribute(each, 'author'), paragraphs(each)].filter(Boolean).join(': ')
    ])
  )
  const text = canonicalText(blocks)
  const passages: ParsedPassage[] = []
  let lost = 0
  let from = 0
  for (const { id, quote } of commented(document)) {
    const memo = said.get(id)
    if (!memo) continue
    const start = text.indexOf(quote, from) >= 0 ? text.indexOf(quote, from) : text.indexOf(quote)
    if (quote === '' || start < 0) lost++
    else {
      passages.push({ start, end: start + quote.length, memo, themes: [], coder: '' })
      from = start
    }
  }
  return { passages, lost }
}

function paragraphs(comment: Element): string {
  return childrenNamed(comment, 'p')
    .map((each) => tidy(each.textContent))
    .filter(Boolean)
    .join('\n\n')
}

/** For each comment the words between its marks, as they stand in the canonical text. */
function commented(document: ParentNode): { id: string; quote: string }[] {
  const open = new Map<string, string>()
  const done: { id: string; quote: string }[] = []
  const add = (words: string) => {
    for (const [id, before] of open) open.set(id, before + words)
  }
  for (const element of Array.from(document.querySelectorAll('*'))) {
    const id = attribute(element, 'id') ?? ''
    switch (localName(element)) {
      case 'commentRangeStart':
        open.set(id, '')
        break
      case 'commentRangeEnd':
        done.push({ id, quote: tidyLines(open.get(id) ?? '') })
        open.delete(id)
        break
      case 'p':
        add('\n')
        break
      case 't':
        if (!isDeleted(element)) add(element.textContent ?? '')
        break
      case 'tab':
      case 'br':
        add(' ')
        break
    }
  }
  return done
}

function isDeleted(element: Element): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (localName(at) === 'del') return true
  return false
}

function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
