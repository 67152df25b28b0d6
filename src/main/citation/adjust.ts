import type { LocaleName } from './shipped-files'
import { mapNodes, nodesIn, type StyleNode } from './style-tree'

type Forms = readonly [single: string, multiple: string]

/**
 * Labels of places that no style has: CSL knows neither a sheet of a file nor a sentence, nor a page that is always named one.
 * They travel under names that our locators never need otherwise, so that each style sets them as it sets its own.
 */
const englishPlaces: Readonly<Record<string, Forms>> = {
  folio: ['sheet', 'sheets'],
  line: ['sentence', 'sentences'],
  opus: ['p.', 'pp.']
}

/** A locale with our words for places. MLA shortens paragraph to par. */
export function adjustedLocale(locale: StyleNode, name: LocaleName, style: string): StyleNode {
  return mapNodes(locale, (node) => {
    if (node.name !== 'term') return node
    const { name: term = '', form = 'long' } = node.attrs
    if (name === 'zh-CN') return chineseTerm(node, term, form)
    const place = englishPlaces[term]
    if (place) return withForms(node, place)
    if (style === 'mla' && term === 'paragraph' && form === 'short') return withForms(node, ['par.', 'pars.'])
    return node
  })
}

/** Months in figures, as dates have them; a translator named as one where the label stands before the name. */
function chineseTerm(node: StyleNode, term: string, form: string): StyleNode {
  const month = /^month-(\d\d)$/.exec(term)
  if (month) return { ...node, children: [`${Number(month[1])}月`] }
  return term === 'translator' && form.startsWith('verb') ? { ...node, children: ['译者'] } : node
}

function withForms(node: StyleNode, [single, multiple]: Forms): StyleNode {
  const form = (name: string, word: string) => ({ name, attrs: {}, children: [word] })
  return { ...node, children: [form('single', single), form('multiple', multiple)] }
}

/**
 * A style that ships, as we cite by it. Chicago and MLA let a citation say when a page was looked at, and ask for it where
 * a field does: it is said wherever it is known. In MLA a label and its number are parted.
 */
export function adjustedStyle(style: StyleNode, id: string): StyleNode {
  if (id === 'apa' || id.startsWith('gb-')) return style
  return mapNodes(style, (node) => {
    if (node.name === 'if' && node.attrs.variable === 'issued' && saysAccessed(node))
      return { ...node, attrs: { variable: 'accessed URL', match: 'all' } }
    const [label, value] = node.children
    const isLocator = isNamed(label, 'label') && isNamed(value, 'text') && value.attrs.variable === 'locator'
    return isLocator && node.name === 'group' && node.attrs.delimiter === undefined
      ? { ...node, attrs: { ...node.attrs, delimiter: ' ' } }
      : node
  })
}

function saysAccessed(node: StyleNode): boolean {
  return [...nodesIn(node)].some((each) => each.name === 'date' && each.attrs.variable === 'accessed')
}

function isNamed(child: StyleNode | string | undefined, name: string): child is StyleNode {
  return typeof child === 'object' && child.name === name
}
