import type { InEachLanguage } from '../export/export-format-info'
import type { RichText } from '../export/rich-text'

/** A citation style as a person chooses it. */
export interface CitationStyleInfo {
  /** `apa`, or `file:` and the name of a style that the person has opened. */
  readonly id: string
  readonly label: InEachLanguage
  /** Whether it cites in notes, or in brackets in the text. */
  readonly kind: 'note' | 'in-text'
}

/** How a document reads in a style. */
export interface CitationPreview {
  /** As a note, or in the text, as the style cites. */
  readonly cited: RichText
  /** In the bibliography; empty where the style has none. */
  readonly entry: RichText
}

/** The styles that ship, in the order in which they are offered. */
export const shippedStyles = [
  {
    id: 'chicago-notes-bibliography',
    kind: 'note',
    label: { en: 'Chicago, notes and bibliography (17th ed.)', 'zh-CN': '芝加哥格式：注释与书目（第17版）' }
  },
  {
    id: 'chicago-author-date',
    kind: 'in-text',
    label: { en: 'Chicago, author-date (17th ed.)', 'zh-CN': '芝加哥格式：著者-出版年（第17版）' }
  },
  { id: 'apa', kind: 'in-text', label: { en: 'APA (7th ed.)', 'zh-CN': 'APA 格式（第7版）' } },
  { id: 'mla', kind: 'in-text', label: { en: 'MLA (9th ed.)', 'zh-CN': 'MLA 格式（第9版）' } },
  {
    id: 'gb-t-7714-numeric',
    kind: 'in-text',
    label: { en: 'GB/T 7714–2015, numeric', 'zh-CN': 'GB/T 7714—2015 顺序编码制' }
  },
  {
    id: 'gb-t-7714-author-date',
    kind: 'in-text',
    label: { en: 'GB/T 7714–2015, author-date', 'zh-CN': 'GB/T 7714—2015 著者-出版年制' }
  }
] as const satisfies readonly CitationStyleInfo[]

export type ShippedStyleId = (typeof shippedStyles)[number]['id']

export function isShippedStyle(id: string): id is ShippedStyleId {
  return shippedStyles.some((each) => each.id === id)
}
