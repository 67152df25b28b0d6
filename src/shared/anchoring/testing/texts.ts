import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Luck } from './mutate'

const corpus = join(import.meta.dirname, '../../../../corpus')

/** The paragraphs of the sample corpus in one language. */
function corpusParagraphs(language: 'en' | 'zh'): string[] {
  const paragraphs: string[] = []
  for (const entry of readdirSync(corpus, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    for (const name of readdirSync(join(corpus, entry.name))) {
      if (!/\.(txt|md)$/.test(name)) continue
      for (const line of readFileSync(join(corpus, entry.name, name), 'utf8').split(/\r?\n/))
        if (line.trim() !== '' && /[\u4e00-\u9fff]/.test(line) === (language === 'zh'))
          paragraphs.push(line.trim())
    }
  }
  return paragraphs
}

/**
 * A text of about so many characters, in the manner of the corpus: its own sentences in other orders, with words and
 * figures exchanged, so that much is alike and little is the same; formulae come again and again.
 */
export function longText(language: 'en' | 'zh', characters: number, luck: Luck): string {
  const paragraphs = corpusParagraphs(language)
  const pattern = language === 'en' ? /[a-z]{4,}/g : /[\u4e00-\u9fff]{2}/g
  const words = [...new Set(paragraphs.join(' ').match(pattern) ?? [])]
  const sentences = paragraphs.flatMap((each) =>
    each.split(language === 'en' ? /(?<=[.!?]) /g : /(?<=[。！？])/g)
  )
  const made: string[] = []
  let length = 0
  while (length < characters) {
    const count = 2 + luck.below(5)
    const lines = Array.from({ length: count }, () => {
      const sentence = luck.pick(sentences)
      const share = 0.25 + luck.next() * 0.5
      return sentence
        .replace(pattern, (word) => (luck.next() < share ? luck.pick(words) : word))
        .replace(/\d+/g, (digits) => String(luck.below(10 ** Math.min(6, digits.length))))
    })
    const paragraph = lines.join(language === 'en' ? ' ' : '')
    made.push(paragraph)
    length += paragraph.length + 1
  }
  return made.join('\n')
}
