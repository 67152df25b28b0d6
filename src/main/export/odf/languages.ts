import { type WordLanguage, wordLanguage } from '../aligned/word-language'
import type { Attributes } from '../xml/element'

/** The font of East Asian letters by their language, where it is not that of the styles. */
const eastAsianFonts: Readonly<Record<string, string>> = {
  'zh-TW': 'Noto Serif CJK TC',
  'zh-HK': 'Noto Serif CJK HK',
  'ja-JP': 'Noto Serif CJK JP',
  'ko-KR': 'Noto Serif CJK KR'
}

export interface SpokenText {
  /** Attributes of text properties: languages of Latin, East Asian and complex letters. */
  readonly attributes: Attributes
  readonly isFromRightToLeft: boolean
}

const none: SpokenText = { attributes: {}, isFromRightToLeft: false }
const known = new Map<string, SpokenText>()

/** What a text says of its language; Chinese is told by its script, for which its words are looked at. */
export function spokenText(tag: string, words: string): SpokenText {
  if (tag === 'und' || tag === '') return none
  const said = wordLanguage(tag, words)
  const key = `${said.value ?? ''} ${said.eastAsia ?? ''} ${said.bidirectional ?? ''}`
  const spoken = known.get(key) ?? made(said)
  known.set(key, spoken)
  return spoken
}

function made({ value, eastAsia, bidirectional }: WordLanguage): SpokenText {
  return {
    attributes: {
      ...localeAttributes(value, 'fo:language', 'fo:country'),
      ...localeAttributes(eastAsia, 'style:language-asian', 'style:country-asian'),
      ...localeAttributes(bidirectional, 'style:language-complex', 'style:country-complex'),
      ...(eastAsia && eastAsianFonts[eastAsia] ? { 'style:font-name-asian': eastAsianFonts[eastAsia] } : {})
    },
    isFromRightToLeft: bidirectional !== undefined
  }
}

/** OpenDocument names language and country apart. */
function localeAttributes(tag: string | undefined, language: string, country: string): Attributes {
  if (tag === undefined) return {}
  const [spoken = '', ...rest] = tag.split('-')
  const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part))
  return { [language]: spoken.toLowerCase(), [country]: region?.toUpperCase() ?? 'none' }
}

/** All fonts of East Asian letters that a text may name beside those of the styles. */
export const otherFonts: readonly string[] = Object.values(eastAsianFonts)
