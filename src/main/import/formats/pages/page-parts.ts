import type { FoundBlock } from './markup'

/** What a block looks like by itself: what stands round texts, a line that may be either, or the words of a text. */
export type Look = 'boilerplate' | 'line' | 'text'

/** Names that pages give to what stands round their text. */
const outsideNames =
  /(?:^|[-_ ])(?:nav\w*|menu\w*|breadcrumbs?|crumbs?|sidebar|footer|foot|masthead|banner|social|share\w*|comments?|related|recommend\w*|promo\w*|ads?|advert\w*|sponsor\w*|cookies?|consent|toolbar|pager|pagination|widget|login|signin|search\w*|copyright|legal|tags?|newsletter|subscribe|byline|meta|skip\w*)(?:$|[-_ ])/i
const outsideRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'dialog'
])
/** The share of a block's words that are links, from which it is a list of links. */
const mostLinked = 0.6
/** How far up an element is looked for a name. */
const levelsUp = 12

/** How blocks look, in order. */
export function lookOf(blocks: readonly FoundBlock[]): Look[] {
  const named = new Map<Element, boolean>()
  return blocks.map(({ element, text, marks = [] }) => {
    const linked = marks.reduce((sum, { kind, start, end }) => sum + (kind === 'link' ? end - start : 0), 0)
    if (linked > text.length * mostLinked || isNamedOutside(element, named)) return 'boilerplate'
    return isSentence(text) ? 'text' : 'line'
  })
}

/** Whether the main text that was found is most of the words of a page: else it is not known to be that. */
export function isMostOf(main: ReadonlySet<number>, blocks: readonly FoundBlock[]): boolean {
  const length = (own: readonly FoundBlock[]) => own.reduce((sum, { text }) => sum + text.length, 0)
  return length(blocks.filter((_, at) => main.has(at))) >= length(blocks) * 0.5
}

/** Whether an element, or one that it lies in, is called what stands round a text. */
function isNamedOutside(element: Element, known: Map<Element, boolean>): boolean {
  const way: Element[] = []
  let found = false
  for (let at: Element | null = element; at && way.length < levelsUp; at = at.parentElement) {
    const before = known.get(at)
    found = before ?? isCalledOutside(at)
    if (before === undefined) way.push(at)
    if (found || before !== undefined) break
  }
  for (const each of way) known.set(each, found)
  return found
}

function isCalledOutside(element: Element): boolean {
  if (/^(html|body|article|main)$/i.test(element.tagName)) return false
  if (outsideRoles.has(element.getAttribute('role') ?? '')) return true
  return (
    outsideNames.test(element.getAttribute('class') ?? '') ||
    outsideNames.test(element.getAttribute('id') ?? '')
  )
}

/** A sentence, or so much that it may be several. */
function isSentence(text: string): boolean {
  const words = /\p{Script=Han}/u.test(text) ? text.length * 2.5 : text.length
  return words > 200 || (words > 20 && /[.。．!！?？…:：;；]["”’」』)）\]]*$/u.test(text.trim()))
}
