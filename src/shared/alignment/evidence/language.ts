/** Whether a language is written in Han characters without spaces. */
export function isChinese(language: string): boolean {
  return /^(zh|lzh|yue|ja)/.test(language)
}

/** Guesses the language of sentences without metadata, by the share of Han characters: 'zh' or 'en'. */
export function guessLanguage(sentences: readonly string[]): string {
  const sample = sentences.slice(0, 200).join('')
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  return han * 3 > sample.length ? 'zh' : 'en'
}
