import { simplifiedOf } from '../../../shared/anchoring/simplified'

/** How a run of a Word document says its language: for Latin letters, for East Asian ones, for those from right to left. */
export interface WordLanguage {
  value?: string
  eastAsia?: string
  bidirectional?: string
}

/** So much of a text in ideographs is traditional before it is set as that. */
const traditionalShare = 0.02

/**
 * The language of a text as Word tells it, so that the right letters of a font are taken: Chinese by its script, which is
 * told by the tag, else by the text itself.
 */
export function wordLanguage(language: string, text: string): WordLanguage {
  const tag = language.toLowerCase()
  if (/^ja\b/.test(tag)) return { eastAsia: 'ja-JP' }
  if (/^ko\b/.test(tag)) return { eastAsia: 'ko-KR' }
  if (/^(zh|lzh|yue|cmn|wuu|nan|hak)\b/.test(tag)) return { eastAsia: chinese(tag, text) }
  if (/^(ar|he|fa|ur|yi|ps|ug|sd|dv)\b/.test(tag)) return { bidirectional: language }
  return { value: language }
}

function chinese(tag: string, text: string): string {
  if (/-(hk|mo)\b/.test(tag)) return 'zh-HK'
  if (/-(hant|tw)\b/.test(tag)) return 'zh-TW'
  if (/-(hans|cn|sg)\b/.test(tag)) return 'zh-CN'
  const ideographs = text.slice(0, 20_000).match(/\p{Script=Han}/gu) ?? []
  const traditional = ideographs.filter((each) => simplifiedOf(each) !== each).length
  return traditional > ideographs.length * traditionalShare ? 'zh-TW' : 'zh-CN'
}
