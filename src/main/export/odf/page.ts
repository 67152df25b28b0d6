import type { Layout } from '../layout/blocks'
import { sheet } from '../layout/looks'
import { element, textNode, type Xml } from '../xml/element'
import { spaced } from './runs'

/** A4, upright or across. */
export function pageLayout({ landscape }: Layout): Xml {
  const [width, height] = landscape ? [sheet.height, sheet.width] : [sheet.width, sheet.height]
  const band = element('style:header-footer-properties', {
    'fo:min-height': '0.6cm',
    'fo:margin-bottom': '0.65cm'
  })
  const foot = element('style:header-footer-properties', {
    'fo:min-height': '0.6cm',
    'fo:margin-top': '0.65cm'
  })
  return element(
    'style:page-layout',
    { 'style:name': 'Page' },
    element(
      'style:page-layout-properties',
      {
        'fo:page-width': `${width}cm`,
        'fo:page-height': `${height}cm`,
        'style:print-orientation': landscape ? 'landscape' : 'portrait',
        'fo:margin-top': `${sheet.outer}cm`,
        'fo:margin-bottom': `${sheet.outer}cm`,
        'fo:margin-left': `${sheet.margin}cm`,
        'fo:margin-right': `${sheet.margin}cm`
      },
      element('style:footnote-sep', {
        'style:width': '0.5pt',
        'style:rel-width': '25%',
        'style:color': '#6b655a',
        'style:line-style': 'solid',
        'style:adjustment': 'left',
        'style:distance-before-sep': '0.2cm',
        'style:distance-after-sep': '0.15cm'
      })
    ),
    element('style:header-style', {}, band),
    element('style:footer-style', {}, foot)
  )
}

/** Project and day at the head of each page but the first, the page's number at its foot. */
export function masterPage({ header }: Layout): Xml {
  const number = () =>
    element(
      'text:p',
      { 'text:style-name': 'Footer' },
      element('text:page-number', { 'text:select-page': 'current' }, textNode('1'))
    )
  return element(
    'style:master-page',
    { 'style:name': 'Standard', 'style:page-layout-name': 'Page' },
    element(
      'style:header',
      {},
      element(
        'text:p',
        { 'text:style-name': 'Header' },
        ...spaced(header.left),
        element('text:tab', {}),
        ...spaced(header.right)
      )
    ),
    element('style:header-first', {}, element('text:p', { 'text:style-name': 'Header' })),
    element('style:footer', {}, number()),
    element('style:footer-first', {}, number())
  )
}
