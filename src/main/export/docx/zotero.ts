import { cslItem } from '../../../shared/citation/csl-item'
import type { VariorumDocument } from '../../../shared/model/document'
import type { CitationRun } from '../layout/blocks'
import { element, type Xml } from '../xml/element'

const schema = 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json'

/** The field in which Zotero keeps the list of works cited. */
export const bibliographyField = 'ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY'

/**
 * The field in which Zotero keeps a citation, with the item's data in it, so that it can be written again in another style
 * without the item in anybody's library. `plainCitation` has to be what the field shows, else Zotero takes it for edited by hand.
 */
export function citationField(citation: CitationRun, document: VariorumDocument, count: number): string {
  const { locator, note } = citation.data
  const words = citation.runs.map(({ text }) => text).join('')
  const data = {
    citationID: `variorum${count.toString(36).padStart(6, '0')}`,
    properties: { formattedCitation: words, plainCitation: words, noteIndex: note },
    citationItems: [
      {
        id: document.id,
        uris: [`urn:variorum:document:${document.id}`],
        itemData: cslItem(document),
        ...(locator ? { locator: locator.value, label: locator.label } : {})
      }
    ],
    schema
  }
  return `ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify(data)}`
}

/** Word's own properties take so many signs each. */
const longestProperty = 255

/**
 * What Zotero keeps of the whole file: the style and its language, and that citations are fields. In pieces, as properties by
 * name. None for a style that only this computer knows: Zotero then asks.
 */
export function zoteroPreferences(style: string, locale: string, inNotes: boolean): [string, string][] {
  if (!/^[a-z0-9-]+$/.test(style)) return []
  const data: Xml = element(
    'data',
    { 'data-version': 3, 'zotero-version': '6.0' },
    element('session', { id: 'variorum' }),
    element('style', {
      id: `http://www.zotero.org/styles/${style}`,
      locale,
      hasBibliography: 1,
      bibliographyStyleHasBeenSet: 1
    }),
    element(
      'prefs',
      {},
      element('pref', { name: 'fieldType', value: 'Field' }),
      ...(inNotes ? [element('pref', { name: 'noteType', value: 1 })] : [])
    )
  )
  const pieces = data.match(new RegExp(`.{1,${longestProperty}}`, 'gsu')) ?? []
  return pieces.map((piece, at) => [`ZOTERO_PREF_${at + 1}`, piece])
}
