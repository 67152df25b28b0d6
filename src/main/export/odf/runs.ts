import type { TextRun } from '../layout/blocks'
import { element, joined, textNode, type Xml } from '../xml/element'
import type { AutomaticStyles } from './automatic-styles'

const isAddress = (href: string) => /^(https?:\/\/|mailto:)\S+$/i.test(href)

/** Words in one setting, with a link around them where they lead somewhere. */
export function textSpan(run: TextRun, language: string, styles: AutomaticStyles): Xml {
  const style = styles.ofRun(run, language)
  const words = spaced(run.text)
  const span = style === null ? words : [element('text:span', { 'text:style-name': style }, ...words)]
  return run.href !== undefined && isAddress(run.href)
    ? element('text:a', { 'xlink:type': 'simple', 'xlink:href': run.href }, ...span)
    : joined(span)
}

/**
 * Text with its tabs, line breaks and spaces as elements where OpenDocument would not keep them: a space at the beginning
 * of a paragraph, and each behind another.
 */
export function spaced(words: string): Xml[] {
  if (!/[\t\n]| {2}|^ | $/.test(words)) return [textNode(words)]
  return words
    .split(/(\t|\n| {2,}|^ | $)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\t') return element('text:tab', {})
      if (part === '\n') return element('text:line-break', {})
      return /^ +$/.test(part) ? element('text:s', { 'text:c': part.length }) : textNode(part)
    })
}
