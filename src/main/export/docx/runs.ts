import type { TextRun } from '../layout/blocks'
import { characterLooks } from '../layout/looks'
import { element, textNode, type Xml } from '../xml/element'
import { runLanguage } from './languages'
import type { Relations } from './relations'
import { wordColour } from './units'

const yes = {
  bold: element('w:b', {}),
  italic: element('w:i', {}),
  smallCaps: element('w:smallCaps', {}),
  rtl: element('w:rtl', {})
}
const space = { 'xml:space': 'preserve' }

/**
 * Words in one setting, as runs of Word; with a link around them where they lead somewhere and the part has relations to
 * say where (`relations` is null where it has none).
 */
export function textRun(run: TextRun, language: string, relations: Relations | null): Xml {
  const own = element('w:r', {}, properties(run, language), ...content(run.text))
  const link = run.href === undefined || !relations ? null : relations.address(run.href)
  return link === null ? own : element('w:hyperlink', { 'r:id': link, 'w:history': 1 }, own)
}

/** Text with its tabs and line breaks as elements, which is how Word keeps them. */
function content(words: string): Xml[] {
  if (!/[\t\n]/.test(words)) return [element('w:t', space, textNode(words))]
  return words
    .split(/([\t\n])/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\t'
        ? element('w:tab', {})
        : part === '\n'
          ? element('w:br', {})
          : element('w:t', space, textNode(part))
    )
}

/** In the order in which the schema wants them. */
function properties(run: TextRun, language: string): Xml {
  const spoken = runLanguage(run.language ?? language, run.text)
  const parts: Xml[] = []
  if (run.style) parts.push(element('w:rStyle', { 'w:val': characterLooks[run.style].word[0] }))
  if (spoken.fonts) parts.push(spoken.fonts)
  if (run.bold) parts.push(yes.bold)
  if (run.italic) parts.push(yes.italic)
  if (run.smallCaps) parts.push(yes.smallCaps)
  if (run.line) parts.push(element('w:u', { 'w:val': 'thick', 'w:color': wordColour(run.line) }))
  else if (run.underline) parts.push(element('w:u', { 'w:val': 'single' }))
  if (run.shade)
    parts.push(element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': wordColour(run.shade) }))
  if (run.superscript || run.subscript)
    parts.push(element('w:vertAlign', { 'w:val': run.superscript ? 'superscript' : 'subscript' }))
  if (spoken.isFromRightToLeft) parts.push(yes.rtl)
  if (spoken.lang) parts.push(spoken.lang)
  return element('w:rPr', {}, ...parts)
}
