import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** A page as a browser's tree. */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document {
  return parse(text)
}

/** All elements of a tree with this name (any, where it is `*`), in the order in which they stand. */
export function elementsIn(node: Node, name = '*'): Element[] {
  const own = 'tagName' in node && (name === '*' || node.tagName === name) ? [node] : []
  const below = 'childNodes' in node ? node.childNodes.flatMap((child) => elementsIn(child, name)) : []
  return [...own, ...below]
}

/** The elements that carry a class. */
export function withClass(node: Node, name: string): Element[] {
  return elementsIn(node).filter((each) => (attributeOf(each, 'class') ?? '').split(' ').includes(name))
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

/** The words of an element, as `textContent` has them. */
export function textIn(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}

/** The language that an element's words are said to be in. */
export function languageOf(element: Element): string | undefined {
  const own = attributeOf(element, 'lang')
  if (own !== undefined) return own
  return element.parentNode && 'attrs' in element.parentNode ? languageOf(element.parentNode) : undefined
}
