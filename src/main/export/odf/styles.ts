import {
  type CharacterStyle,
  characterStyles,
  type Layout,
  type ParagraphStyle,
  paragraphStyles
} from '../layout/blocks'
import { characterLooks, footnoteSize, paragraphLooks, runningSize, sheet } from '../layout/looks'
import { type Attributes, element, joined, type Xml, xmlDeclaration } from '../xml/element'
import { besideText, slants, underline, weights } from './automatic-styles'
import { otherFonts } from './languages'
import { indexLink, namespaces, styleName } from './namespaces'
import { masterPage, pageLayout } from './page'

/** Latin letters, and East Asian ones in text and in headings. They come with LibreOffice, or are found by their names. */
const fonts = {
  latin: 'Liberation Serif',
  eastAsian: 'Noto Serif CJK SC',
  eastAsianHeading: 'Noto Sans CJK SC'
} as const

/** The fonts that a part names, by their own names. */
export function fontFaces(): Xml {
  const faces = [...new Set([...Object.values(fonts), ...otherFonts])]
  return element(
    'office:font-face-decls',
    {},
    ...faces.map((name) =>
      element('style:font-face', {
        'style:name': name,
        'svg:font-family': `'${name}'`,
        'style:font-family-generic': name.includes('Sans') ? 'swiss' : 'roman',
        'style:font-pitch': 'variable'
      })
    )
  )
}

/** Every style that the file uses, by the names that LibreOffice knows where it has them. */
export function stylesPart(layout: Layout): Xml {
  return joined([
    xmlDeclaration,
    element(
      'office:document-styles',
      namespaces,
      fontFaces(),
      element(
        'office:styles',
        {},
        defaults(layout.language),
        element('style:style', {
          'style:name': 'Standard',
          'style:family': 'paragraph',
          'style:class': 'text'
        }),
        ...paragraphStyles.map(paragraphStyle),
        ...characterStyles.map(characterStyle),
        ...notes(),
        ...running(layout.landscape),
        ...contents(layout.landscape),
        bullets(),
        element('text:notes-configuration', {
          'text:note-class': 'footnote',
          'text:citation-style-name': 'Footnote_20_Symbol',
          'text:citation-body-style-name': 'Footnote_20_anchor',
          'style:num-format': '1',
          'text:start-value': 0,
          'text:footnotes-position': 'page',
          'text:start-numbering-at': 'document'
        })
      ),
      element('office:automatic-styles', {}, pageLayout(layout)),
      element('office:master-styles', {}, masterPage(layout))
    )
  ])
}

function sizes(points: number): Attributes {
  const size = `${points}pt`
  return { 'fo:font-size': size, 'style:font-size-asian': size, 'style:font-size-complex': size }
}

function defaults(language: Layout['language']): Xml {
  return element(
    'style:default-style',
    { 'style:family': 'paragraph' },
    element('style:paragraph-properties', {
      'fo:orphans': 2,
      'fo:widows': 2,
      'style:text-autospace': 'ideograph-alpha',
      'style:punctuation-wrap': 'hanging',
      'style:line-break': 'strict',
      'style:writing-mode': 'page'
    }),
    element('style:text-properties', {
      'style:font-name': fonts.latin,
      'style:font-name-asian': fonts.eastAsian,
      'style:font-name-complex': fonts.latin,
      ...sizes(11),
      'fo:language': 'en',
      'fo:country': language === 'en' ? 'GB' : 'US',
      'style:language-asian': 'zh',
      'style:country-asian': 'CN'
    })
  )
}

function named(
  family: 'paragraph' | 'text',
  shown: string,
  parent: string | null,
  further: Attributes,
  ...content: readonly Xml[]
): Xml {
  return element(
    'style:style',
    {
      'style:name': styleName(shown),
      'style:display-name': shown,
      'style:family': family,
      'style:parent-style-name': parent ?? undefined,
      ...further
    },
    ...content
  )
}

function paragraphStyle(name: ParagraphStyle): Xml {
  const look = paragraphLooks[name]
  const isHeading = look.level !== undefined || name === 'title' || name === 'listHeading'
  const paragraph: Attributes = {
    'fo:margin-top': `${look.before}pt`,
    'fo:margin-bottom': `${look.after}pt`,
    'fo:line-height': `${Math.round((look.line ?? 1.15) * 100)}%`,
    'fo:margin-left': `${look.left ?? 0}cm`,
    'fo:margin-right': `${look.right ?? 0}cm`,
    ...(look.hanging === undefined ? {} : { 'fo:text-indent': `-${look.hanging}cm` }),
    ...(look.level !== undefined || name === 'listHeading'
      ? { 'fo:keep-with-next': 'always', 'fo:keep-together': 'always' }
      : {}),
    ...(look.bar ? besideText(look.bar, 1.5, look.left ?? 0) : {})
  }
  const text: Attributes = {
    ...(isHeading ? { 'style:font-name-asian': fonts.eastAsianHeading } : {}),
    ...(look.bold ? weights : {}),
    ...(look.italic ? slants : {}),
    ...(look.colour ? { 'fo:color': look.colour } : {}),
    ...sizes(look.size)
  }
  const further: Attributes =
    look.level === undefined
      ? { 'style:class': 'text' }
      : {
          'style:default-outline-level': look.level,
          'style:next-style-name': 'Text_20_body',
          'style:class': 'text'
        }
  const tabs =
    name === 'numbered'
      ? [element('style:tab-stops', {}, element('style:tab-stop', { 'style:position': '0cm' }))]
      : []
  return named(
    'paragraph',
    look.odf,
    'Standard',
    further,
    element('style:paragraph-properties', paragraph, ...tabs),
    element('style:text-properties', text)
  )
}

function characterStyle(name: CharacterStyle): Xml {
  const look = characterLooks[name]
  return named(
    'text',
    look.odf,
    null,
    {},
    element('style:text-properties', {
      ...(look.italic ? slants : {}),
      ...(look.smallCaps ? { 'fo:font-variant': 'small-caps' } : {}),
      ...(look.colour ? { 'fo:color': look.colour } : {}),
      ...(look.size === undefined ? {} : sizes(look.size)),
      ...(look.underline ? underline('dotted', 'font-color', 'auto') : {}),
      ...(look.shade ? { 'fo:background-color': look.shade } : {})
    })
  )
}

function notes(): Xml[] {
  const raised = element('style:text-properties', { 'style:text-position': 'super 58%' })
  return [
    named(
      'paragraph',
      'Footnote',
      'Standard',
      { 'style:class': 'extra' },
      element('style:paragraph-properties', {
        'fo:margin-left': '0.35cm',
        'fo:text-indent': '-0.35cm',
        'fo:margin-bottom': '2pt',
        'fo:line-height': '110%'
      }),
      element('style:text-properties', sizes(footnoteSize))
    ),
    named('text', 'Footnote Symbol', null, {}),
    named('text', indexLink, null, {}),
    named('text', 'Footnote anchor', null, {}, raised)
  ]
}

function lineWidth(isLandscape: boolean): number {
  return (isLandscape ? sheet.height : sheet.width) - 2 * sheet.margin
}

/** What stands at the head and the foot of each page. */
function running(isLandscape: boolean): Xml[] {
  const text = element('style:text-properties', { 'fo:color': '#6b655a', ...sizes(runningSize) })
  const stop = { 'style:position': `${lineWidth(isLandscape)}cm`, 'style:type': 'right' }
  return [
    named(
      'paragraph',
      'Header',
      'Standard',
      { 'style:class': 'extra' },
      element(
        'style:paragraph-properties',
        {},
        element('style:tab-stops', {}, element('style:tab-stop', stop))
      ),
      text
    ),
    named(
      'paragraph',
      'Footer',
      'Standard',
      { 'style:class': 'extra' },
      element('style:paragraph-properties', { 'fo:text-align': 'center' }),
      text
    )
  ]
}

/** Entries of the table of contents: pages at the right, behind dots. */
function contents(isLandscape: boolean): Xml[] {
  return [1, 2, 3].map((level) => {
    const left = (level - 1) * 0.5
    const stop = {
      'style:position': `${lineWidth(isLandscape) - left}cm`,
      'style:type': 'right',
      'style:leader-style': 'dotted',
      'style:leader-text': '.'
    }
    return named(
      'paragraph',
      `Contents ${level}`,
      'Standard',
      { 'style:class': 'index' },
      element(
        'style:paragraph-properties',
        {
          'fo:margin-left': `${left}cm`,
          'fo:margin-top': level === 1 ? '4pt' : '0pt',
          'fo:margin-bottom': '2pt'
        },
        element('style:tab-stops', {}, element('style:tab-stop', stop))
      ),
      element('style:text-properties', sizes(level === 1 ? 11 : 10))
    )
  })
}

function bullets(): Xml {
  return element(
    'text:list-style',
    { 'style:name': styleName(paragraphLooks.listItem.odf) },
    element(
      'text:list-level-style-bullet',
      { 'text:level': 1, 'text:bullet-char': '•' },
      element('style:list-level-properties', {
        'text:space-before': '0.4cm',
        'text:min-label-width': '0.5cm'
      })
    )
  )
}
