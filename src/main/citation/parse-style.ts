import type { ShippedStyleId } from '../../shared/citation/citation-styles'
import { attribute, childrenNamed, firstNamed, localName, parseXml, tidy } from '../import/formats/xml'
import { shippedFile } from './shipped-files'
import { StyleProblem } from './style-problem'
import { childrenOf, nodesIn, type StyleNode } from './style-tree'

/** In UTF-16 code units; the longest published styles have a third of it. */
const longestStyle = 1_000_000
/** Nodes of a style once each use of a macro stands there in full, as the processor lays it out. */
const mostNodes = 100_000

export interface ParsedStyle {
  readonly title: string
  readonly kind: 'note' | 'in-text'
  readonly tree: StyleNode
}

/** Our names of the styles that ship, by those that the CSL project gives them, with which other styles follow them. */
const followed: Readonly<Record<string, ShippedStyleId>> = {
  'chicago-fullnote-bibliography': 'chicago-notes-bibliography',
  'chicago-author-date': 'chicago-author-date',
  apa: 'apa',
  'modern-language-association': 'mla',
  'china-national-standard-gb-t-7714-2015-numeric': 'gb-t-7714-numeric',
  'china-national-standard-gb-t-7714-2015-author-date': 'gb-t-7714-author-date'
}

/**
 * Reads a style of CSL; of one that only follows another the rules are those of that one, where it ships. Macros may use each
 * other, but not without end.
 * @throws StyleProblem
 */
export function parseStyle(xml: string): ParsedStyle {
  if (xml.length > longestStyle) throw new StyleProblem('tooLarge')
  const root = rootOf(xml)
  if (!root || localName(root) !== 'style') throw new StyleProblem('notStyle')
  const info = childrenNamed(root, 'info')[0]
  const title = tidy(info && firstNamed(info, 'title')?.textContent)
  const parent =
    info && childrenNamed(info, 'link').find((each) => attribute(each, 'rel') === 'independent-parent')
  if (parent) return following(nameOf(attribute(parent, 'href') ?? ''), title)
  const kind = attribute(root, 'class')
  const tree = treeOf(root)
  const [citation] = childrenOf(tree, 'citation')
  if ((kind !== 'note' && kind !== 'in-text') || !citation || childrenOf(citation, 'layout').length === 0)
    throw new StyleProblem('notStyle')
  if (sizeOf(tree) > mostNodes) throw new StyleProblem('endless')
  return { title, kind, tree }
}

function following(name: string, title: string): ParsedStyle {
  const own = Object.hasOwn(followed, name) ? followed[name] : undefined
  if (own === undefined) throw new StyleProblem('dependent', name)
  const tree = shippedFile(own)
  return { title, kind: tree.attrs.class === 'note' ? 'note' : 'in-text', tree }
}

function rootOf(xml: string): Element | null {
  try {
    return parseXml(xml).documentElement
  } catch {
    throw new StyleProblem('notXml')
  }
}

function treeOf(element: Element): StyleNode {
  const name = localName(element)
  const nodes = Array.from(element.children, treeOf)
  const text = element.textContent ?? ''
  const children = nodes.length > 0 || text.trim() === '' ? nodes : [text]
  return {
    name,
    attrs: Object.fromEntries(Array.from(element.attributes, ({ name: own, value }) => [own, value])),
    children: name === 'term' && children.length === 0 ? [''] : children
  }
}

/** The last word of a style's address: `http://www.zotero.org/styles/apa` is `apa`. */
function nameOf(address: string): string {
  return address.split('/').at(-1) ?? address
}

/** How many nodes a style has with its macros laid out; infinite where one comes back to itself. */
function sizeOf(tree: StyleNode): number {
  const macros = new Map(childrenOf(tree, 'macro').map((macro) => [macro.attrs.name ?? '', macro]))
  const sizes = new Map<string, number>()
  const size = (node: StyleNode): number => {
    let sum = 0
    for (const each of nodesIn(node))
      sum += 1 + (each.attrs.macro === undefined ? 0 : ofMacro(each.attrs.macro))
    return sum
  }
  const ofMacro = (name: string): number => {
    const known = sizes.get(name)
    if (known !== undefined) return known
    sizes.set(name, Number.POSITIVE_INFINITY)
    const macro = macros.get(name)
    const own = macro ? size(macro) : 0
    sizes.set(name, own)
    return own
  }
  return [...macros.keys()].reduce((most, name) => Math.max(most, ofMacro(name)), size(tree))
}
