import { type WordLanguage, wordLanguage } from '../aligned/word-language'
import { element, type Xml } from '../xml/element'

/** The font of East Asian letters by their language, where it is not that of the styles. */
const eastAsianFonts: Readonly<Record<string, string>> = {
  'zh-TW': 'PMingLiU',
  'zh-HK': 'PMingLiU',
  'ja-JP': 'MS Mincho',
  'ko-KR': 'Batang'
}

export interface RunLanguage {
  readonly fonts: Xml | null
  readonly lang: Xml | null
  readonly isFromRightToLeft: boolean
}

const none: RunLanguage = { fonts: null, lang: null, isFromRightToLeft: false }
const known = new Map<string, RunLanguage>()

/** What a run says of its language; Chinese is told by its script, for which its words are looked at. */
export function runLanguage(tag: string, words: string): RunLanguage {
  if (tag === 'und' || tag === '') return none
  const said = wordLanguage(tag, words)
  const key = `${said.value ?? ''} ${said.eastAsia ?? ''} ${said.bidirectional ?? ''}`
  const language = known.get(key) ?? made(said)
  known.set(key, language)
  return language
}

function made({ value, eastAsia, bidirectional }: WordLanguage): RunLanguage {
  return {
    // The hint sets quotation marks and dashes, which both scripts have, in the East Asian font.
    fonts:
      eastAsia === undefined
        ? null
        : element('w:rFonts', { 'w:hint': 'eastAsia', 'w:eastAsia': eastAsianFonts[eastAsia] }),
    lang: element('w:lang', { 'w:val': value, 'w:eastAsia': eastAsia, 'w:bidi': bidirectional }),
    isFromRightToLeft: bidirectional !== undefined
  }
}
