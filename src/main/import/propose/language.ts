import { eld } from 'eld/extrasmall'

/** The language of a text as a BCP 47 tag. Chinese and Japanese are told by their scripts. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  if (letters === 0) return 'und'
  if (kana > letters * 0.1) return 'ja'
  if (han > letters * 0.3) return 'zh'
  return eld.detect(sample).language || 'und'
}
