import { attribute, childrenNamed, firstNamed, localName, named } from './xml'

/** The source that a text names, else the one at its place. */
export function sourceOf(tree: Document, text: Element, at: number): Element | undefined {
  const list = firstNamed(tree, 'sourceDesc')
  const all = list ? named(list, 'bibl').filter((each) => !isRelated(each)) : []
  const wanted = new Set((attribute(text, 'decls') ?? '').split(/\s+/))
  return all.find((each) => wanted.has(`#${attribute(each, 'id')}`)) ?? all[at]
}

function isRelated(source: Element): boolean {
  return source.parentElement !== null && localName(source.parentElement) === 'relatedItem'
}

/** The attributes of a text that this program has written down as notes of its source. */
export function attributesIn(source: Element): Record<string, string> {
  const noted = childrenNamed(source, 'note').filter((each) => attribute(each, 'type') === 'attribute')
  return Object.fromEntries(
    noted.flatMap((each) => {
      const [name, value] = [attribute(each, 'n') ?? '', each.textContent ?? '']
      return name === '' || value === '' ? [] : [[name, value]]
    })
  )
}
