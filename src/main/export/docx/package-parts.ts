import type { Layout } from '../layout/blocks'
import { paragraphLooks } from '../layout/looks'
import { element, joined, textNode, type Xml, xmlDeclaration } from '../xml/element'
import { field } from './fields'
import { namespaces } from './namespaces'
import { fonts } from './styles'
import { twips } from './units'

const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

function part(root: Xml): Xml {
  return joined([xmlDeclaration, root])
}

/** Kinds of the parts, by their paths. */
export function contentTypesPart(paths: readonly string[]): Xml {
  const types: Readonly<Record<string, string>> = {
    'word/document.xml': `${wordprocessing}.document.main+xml`,
    'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
    'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
  }
  const typeOf = (path: string) =>
    types[path] ?? `${wordprocessing}.${path.replace(/^word\/(\w+?)\d*\.xml$/, '$1')}+xml`
  return part(
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml'
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...paths.map((path) => element('Override', { PartName: `/${path}`, ContentType: typeOf(path) }))
    )
  )
}

/** @param updates whether fields are worked out when the file is opened */
export function settingsPart(updates: boolean): Xml {
  const line = (id: number) => element('w:footnote', { 'w:id': id })
  const compatibility = { 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }
  return part(
    element(
      'w:settings',
      namespaces,
      element('w:defaultTabStop', { 'w:val': twips(1.25) }),
      element('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
      ...(updates ? [element('w:updateFields', { 'w:val': 'true' })] : []),
      element('w:footnotePr', {}, line(-1), line(0)),
      element(
        'w:compat',
        {},
        element('w:compatSetting', { 'w:name': 'compatibilityMode', ...compatibility })
      ),
      element('w:themeFontLang', { 'w:val': 'en-GB', 'w:eastAsia': 'zh-CN' }),
      element('w:decimalSymbol', { 'w:val': '.' }),
      element('w:listSeparator', { 'w:val': ',' })
    )
  )
}

/** One kind of list: a bullet. */
export function numberingPart(): Xml {
  const level = element(
    'w:lvl',
    { 'w:ilvl': 0 },
    element('w:start', { 'w:val': 1 }),
    element('w:numFmt', { 'w:val': 'bullet' }),
    element('w:pStyle', { 'w:val': paragraphLooks.listItem.word[0] }),
    element('w:lvlText', { 'w:val': '•' }),
    element('w:lvlJc', { 'w:val': 'left' })
  )
  return part(
    element(
      'w:numbering',
      namespaces,
      element(
        'w:abstractNum',
        { 'w:abstractNumId': 0 },
        element('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
        level
      ),
      element('w:num', { 'w:numId': 1 }, element('w:abstractNumId', { 'w:val': 0 }))
    )
  )
}

/** Other names of the fonts, by which programs without them find one that is like them. */
export function fontTablePart(): Xml {
  const font = (name: string, other: string | null, family: string) =>
    element(
      'w:font',
      { 'w:name': name },
      ...(other ? [element('w:altName', { 'w:val': other })] : []),
      element('w:family', { 'w:val': family }),
      element('w:pitch', { 'w:val': 'variable' })
    )
  return part(
    element(
      'w:fonts',
      namespaces,
      font(fonts.latin, null, 'roman'),
      font(fonts.eastAsian, '宋体', 'roman'),
      font(fonts.eastAsianHeading, '黑体', 'swiss')
    )
  )
}

export function headerPart({ left, right }: Layout['header']): Xml {
  const words = (said: string) =>
    element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, textNode(said)))
  return part(
    element(
      'w:hdr',
      namespaces,
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:pStyle', { 'w:val': 'Header' })),
        words(left),
        element('w:r', {}, element('w:tab', {})),
        words(right)
      )
    )
  )
}

/** The number of the page. */
export function footerPart(): Xml {
  const shown = element('w:r', {}, element('w:t', {}, textNode('1')))
  return part(
    element(
      'w:ftr',
      namespaces,
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:pStyle', { 'w:val': 'Footer' })),
        ...field('PAGE', [shown])
      )
    )
  )
}

export function corePropertiesPart({ title, language, made }: Layout): Xml {
  const time = made.replace(/\.\d+Z$/, 'Z')
  const moment = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, textNode(time))
  return part(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance'
      },
      element('dc:title', {}, textNode(title)),
      element('dc:creator', {}, textNode('Variorum')),
      element('dc:language', {}, textNode(language)),
      moment('dcterms:created'),
      moment('dcterms:modified')
    )
  )
}

export function appPropertiesPart(): Xml {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
  return part(element('Properties', { xmlns: namespace }, element('Application', {}, textNode('Variorum'))))
}

/** Properties under names of other programs' own. */
export function customPropertiesPart(properties: readonly (readonly [name: string, value: string])[]): Xml {
  return part(
    element(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'
      },
      ...properties.map(([name, value], at) =>
        element(
          'property',
          { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: at + 2, name },
          element('vt:lpwstr', {}, textNode(value))
        )
      )
    )
  )
}
