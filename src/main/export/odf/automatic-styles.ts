import type { Paragraph, TextRun } from '../layout/blocks'
import { characterLooks, paragraphLooks } from '../layout/looks'
import { type Attributes, element, type Xml } from '../xml/element'
import { spokenText } from './languages'
import { styleName } from './namespaces'

const indentStep = 0.6

/** What OpenDocument keeps beside the named styles: each setting of words and paragraphs that was met, once. */
export class AutomaticStyles {
  private readonly known = new Map<string, string>()
  private readonly made: Xml[] = []

  /** The style of a paragraph: its own one, or one made of it. */
  ofParagraph(paragraph: Paragraph, language: string): string {
    const look = paragraphLooks[paragraph.style]
    const parent = styleName(look.odf)
    const isFromRightToLeft = spokenText(language, '').isFromRightToLeft
    const properties: Attributes = {
      ...(paragraph.withNext && look.level === undefined ? { 'fo:keep-with-next': 'always' } : {}),
      ...(paragraph.colour === undefined ? {} : besideText(paragraph.colour, 3, look.left ?? 0)),
      ...(paragraph.indent
        ? { 'fo:margin-left': `${(look.left ?? 0) + paragraph.indent * indentStep}cm` }
        : {}),
      ...(isFromRightToLeft ? { 'style:writing-mode': 'rl-tb', 'fo:text-align': 'start' } : {})
    }
    if (Object.keys(properties).length === 0) return parent
    return this.style('paragraph', 'P', parent, properties, (own) =>
      element('style:paragraph-properties', own)
    )
  }

  /** The style of words; null where they are as their paragraph is. */
  ofRun(run: TextRun, language: string): string | null {
    const properties: Attributes = {
      ...(run.bold ? weights : {}),
      ...(run.italic ? slants : {}),
      ...(run.smallCaps ? { 'fo:font-variant': 'small-caps' } : {}),
      ...(run.line
        ? underline('solid', run.line, 'bold')
        : run.underline
          ? underline('solid', 'font-color', 'auto')
          : {}),
      ...(run.superscript ? { 'style:text-position': 'super 58%' } : {}),
      ...(run.subscript ? { 'style:text-position': 'sub 58%' } : {}),
      ...(run.shade ? { 'fo:background-color': run.shade } : {}),
      ...spokenText(run.language ?? language, run.text).attributes
    }
    const parent = run.style ? styleName(characterLooks[run.style].odf) : null
    if (Object.keys(properties).length === 0) return parent
    return this.style('text', 'T', parent, properties, (own) => element('style:text-properties', own))
  }

  /** Any other style of a family, by what it says. */
  style(
    family: string,
    prefix: string,
    parent: string | null,
    properties: Attributes,
    content: (properties: Attributes) => Xml
  ): string {
    const key = JSON.stringify([family, parent, properties])
    const known = this.known.get(key)
    if (known !== undefined) return known
    const name = `${prefix}${this.known.size + 1}`
    this.known.set(key, name)
    this.made.push(
      element(
        'style:style',
        {
          'style:name': name,
          'style:family': family,
          'style:parent-style-name': parent ?? undefined
        },
        content(properties)
      )
    )
    return name
  }

  all(): readonly Xml[] {
    return this.made
  }
}

/** How far a line down the side stands from its words, in centimetres. */
const gap = 0.25

/** A line down the left side, outside of the margin: words stand where they would without it. Width in points, margin in centimetres. */
export function besideText(colour: string, width: number, margin: number): Attributes {
  const outside = margin - gap - (width / 72) * 2.54
  return {
    'fo:margin-left': `${outside.toFixed(3)}cm`,
    'fo:border-left': `${width}pt solid ${colour}`,
    'fo:border-right': 'none',
    'fo:border-top': 'none',
    'fo:border-bottom': 'none',
    'fo:padding-left': `${gap}cm`,
    'fo:padding-right': '0cm',
    'fo:padding-top': '0cm',
    'fo:padding-bottom': '0cm'
  }
}

export const weights: Attributes = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold'
}

export const slants: Attributes = {
  'fo:font-style': 'italic',
  'style:font-style-asian': 'italic',
  'style:font-style-complex': 'italic'
}

export function underline(kind: 'solid' | 'dotted', colour: string, width: 'auto' | 'bold'): Attributes {
  return {
    'style:text-underline-style': kind,
    'style:text-underline-width': width,
    'style:text-underline-color': colour
  }
}
