import { type CharacterStyle, characterStyles, type ParagraphStyle, paragraphStyles } from '../layout/blocks'
import { characterLooks, footnoteSize, paragraphLooks, runningSize, sheet } from '../layout/looks'
import { element, joined, type Xml, xmlDeclaration } from '../xml/element'
import { namespaces } from './namespaces'
import { twips, wordColour } from './units'

/** Latin letters, and East Asian ones in text and in headings. They come with Word on every system. */
export const fonts = { latin: 'Times New Roman', eastAsian: 'SimSun', eastAsianHeading: 'SimHei' } as const

const points = (size: number) => Math.round(size * 20)
const halfPoints = (size: number) => [
  element('w:sz', { 'w:val': Math.round(size * 2) }),
  element('w:szCs', { 'w:val': Math.round(size * 2) })
]
const colour = (value: string) => element('w:color', { 'w:val': wordColour(value) })

/** Every style that the file uses, by Word's own names where it has them: a change to one changes all that is set in it. */
export function stylesPart(language: 'en' | 'zh-CN', isLandscape: boolean): Xml {
  const lang = { 'w:val': language === 'en' ? 'en-GB' : 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', {
          'w:ascii': fonts.latin,
          'w:hAnsi': fonts.latin,
          'w:eastAsia': fonts.eastAsian,
          'w:cs': fonts.latin
        }),
        ...halfPoints(11),
        element('w:lang', lang)
      )
    ),
    element('w:pPrDefault', {}, element('w:pPr', {}, spacing(0, 6, 1.15)))
  )
  return joined([
    xmlDeclaration,
    element(
      'w:styles',
      namespaces,
      defaults,
      normal(),
      ...paragraphStyles.map(paragraphStyle),
      ...characterStyles.map(characterStyle),
      ...notes(),
      ...running(isLandscape),
      ...contents(),
      tableGap()
    )
  ])
}

function spacing(before: number, after: number, line: number): Xml {
  return element('w:spacing', {
    'w:before': points(before),
    'w:after': points(after),
    'w:line': Math.round(line * 240),
    'w:lineRule': 'auto'
  })
}

interface Style {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: readonly Xml[]
  readonly run?: readonly Xml[]
}

function style(type: 'paragraph' | 'character', { id, name, basedOn, next, paragraph, run }: Style): Xml {
  const isOwn =
    !/^(Normal|Title|Subtitle|Heading|Quote|Body|List|Caption|Bibliography|TOC|Foot|Head|Comment|Hyper)/.test(
      id
    )
  return element(
    'w:style',
    { 'w:type': type, 'w:customStyle': isOwn ? 1 : undefined, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    ...(basedOn ? [element('w:basedOn', { 'w:val': basedOn })] : []),
    ...(next ? [element('w:next', { 'w:val': next })] : []),
    element('w:uiPriority', { 'w:val': 9 }),
    element('w:qFormat', {}),
    ...(paragraph && paragraph.length > 0 ? [element('w:pPr', {}, ...paragraph)] : []),
    ...(run && run.length > 0 ? [element('w:rPr', {}, ...run)] : [])
  )
}

function normal(): Xml {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat', {})
  )
}

function paragraphStyle(name: ParagraphStyle): Xml {
  const look = paragraphLooks[name]
  const isHeading = look.level !== undefined || name === 'title' || name === 'listHeading'
  const paragraph: Xml[] = []
  if (look.level !== undefined || name === 'listHeading')
    paragraph.push(element('w:keepNext', {}), element('w:keepLines', {}))
  else paragraph.push(element('w:widowControl', {}))
  if (name === 'listItem')
    paragraph.push(
      element('w:numPr', {}, element('w:ilvl', { 'w:val': 0 }), element('w:numId', { 'w:val': 1 }))
    )
  if (look.bar)
    paragraph.push(
      element(
        'w:pBdr',
        {},
        element('w:left', { 'w:val': 'single', 'w:sz': 12, 'w:space': 8, 'w:color': wordColour(look.bar) })
      )
    )
  if (name === 'numbered')
    paragraph.push(
      element('w:tabs', {}, element('w:tab', { 'w:val': 'left', 'w:pos': twips(look.left ?? 0) }))
    )
  paragraph.push(spacing(look.before, look.after, look.line ?? 1.15))
  if (look.left || look.right || look.hanging)
    paragraph.push(
      element('w:ind', {
        'w:left': twips(look.left ?? 0),
        'w:right': twips(look.right ?? 0),
        'w:hanging': look.hanging === undefined ? undefined : twips(look.hanging)
      })
    )
  if (look.level !== undefined) paragraph.push(element('w:outlineLvl', { 'w:val': look.level - 1 }))
  const run: Xml[] = []
  if (isHeading) run.push(element('w:rFonts', { 'w:eastAsia': fonts.eastAsianHeading }))
  if (look.bold) run.push(element('w:b', {}), element('w:bCs', {}))
  if (look.italic) run.push(element('w:i', {}), element('w:iCs', {}))
  if (look.colour) run.push(colour(look.colour))
  run.push(...halfPoints(look.size))
  return style('paragraph', {
    id: look.word[0],
    name: look.word[1],
    basedOn: 'Normal',
    ...(isHeading ? { next: 'BodyText' } : {}),
    paragraph,
    run
  })
}

function characterStyle(name: CharacterStyle): Xml {
  const look = characterLooks[name]
  const run: Xml[] = []
  if (look.italic) run.push(element('w:i', {}), element('w:iCs', {}))
  if (look.smallCaps) run.push(element('w:smallCaps', {}))
  if (look.colour) run.push(colour(look.colour))
  if (look.size !== undefined) run.push(...halfPoints(look.size))
  if (look.underline) run.push(element('w:u', { 'w:val': 'dotted' }))
  if (look.shade)
    run.push(element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': wordColour(look.shade) }))
  return style('character', { id: look.word[0], name: look.word[1], run })
}

function notes(): Xml[] {
  const raised = element('w:vertAlign', { 'w:val': 'superscript' })
  return [
    style('paragraph', {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      paragraph: [spacing(0, 2, 1.1), element('w:ind', { 'w:left': twips(0.35), 'w:hanging': twips(0.35) })],
      run: halfPoints(footnoteSize)
    }),
    style('character', { id: 'FootnoteReference', name: 'footnote reference', run: [raised] }),
    style('paragraph', {
      id: 'CommentText',
      name: 'annotation text',
      basedOn: 'Normal',
      paragraph: [spacing(0, 2, 1)],
      run: halfPoints(10)
    }),
    style('character', { id: 'CommentReference', name: 'annotation reference', run: halfPoints(8) })
  ]
}

/** What stands at the head and the foot of each page. */
function running(isLandscape: boolean): Xml[] {
  const width = (isLandscape ? sheet.height : sheet.width) - 2 * sheet.margin
  const right = element('w:tab', { 'w:val': 'right', 'w:pos': twips(width) })
  const run = [colour('#6b655a'), ...halfPoints(runningSize)]
  return [
    style('paragraph', {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      paragraph: [element('w:tabs', {}, right), spacing(0, 0, 1)],
      run
    }),
    style('paragraph', {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      paragraph: [spacing(0, 0, 1), element('w:jc', { 'w:val': 'center' })],
      run
    })
  ]
}

/** Entries of the table of contents: pages at the right, behind dots. */
function contents(): Xml[] {
  const tab = { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': twips(sheet.width - 2 * sheet.margin) }
  return [1, 2, 3].map((level) =>
    style('paragraph', {
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      paragraph: [
        element('w:tabs', {}, element('w:tab', tab)),
        spacing(level === 1 ? 4 : 0, 2, 1.1),
        element('w:ind', { 'w:left': twips((level - 1) * 0.5) })
      ],
      run: halfPoints(level === 1 ? 11 : 10)
    })
  )
}

function tableGap(): Xml {
  return style('paragraph', {
    id: 'TableGap',
    name: 'Table Gap',
    basedOn: 'Normal',
    paragraph: [spacing(0, 0, 1)],
    run: halfPoints(5)
  })
}
