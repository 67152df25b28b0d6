/** Spellings and words that are taken for one where renderings are matched: what nobody would call another rendering. */
const alike: Readonly<Record<string, string>> = {
  dual: '#2',
  doubl: '#2',
  twin: '#2',
  plus: '+',
  programm: 'program',
  centr: 'center',
  theatr: 'theater',
  defens: 'defenc',
  favour: 'favor',
  labour: 'labor',
  harbour: 'harbor',
  neighbour: 'neighbor',
  neighbourhood: 'neighborhood',
  behaviour: 'behavior',
  colour: 'color',
  honour: 'honor',
  endeavour: 'endeavor'
}

const irregular: Readonly<Record<string, string>> = {
  ran: 'run',
  men: 'man',
  women: 'woman',
  children: 'child',
  went: 'go',
  gone: 'go',
  built: 'build',
  kept: 'keep',
  held: 'hold',
  made: 'mak',
  consciousness: 'consciousness',
  series: 'series',
  species: 'species'
}

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const numberWords = new Map<string, string>([
  ...numbers.split(' ').map((word, value): [string, string] => [word, `#${value}`]),
  ...tens.split(' ').map((word, at): [string, string] => [word, `#${(at + 2) * 10}`]),
  ['hundred', '#100'],
  ['thousand', '#1000']
])

const vowel = /[aeiouy]/

/**
 * What a word in small letters is compared by: numbers as `#4`, else without its inflection (plural, -ing, -ed) and in one
 * spelling. Lighter than a stemmer: develop and development stay two words.
 */
export function lemma(word: string): string {
  const number = numberWords.get(word)
  if (number !== undefined) return number
  if (/^[0-9]/.test(word)) return figure(word)
  const plain = word.replace(/['’]s?$/, '')
  const known = irregular[plain]
  if (known !== undefined) return known
  const spelt = plain.length < 6 ? plain : plain.replace(/is(?=(e[sd]?|ing|ations?)$)/, 'iz')
  const base = withoutEnding(spelt).replace(/(?<=[^aeiou])e$/, '')
  return alike[base] ?? base
}

function figure(word: string): string {
  const plain = word.replace(/,/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? `#${Number(plain)}` : word
}

function withoutEnding(word: string): string {
  if (word.length < 4) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word) && !word.endsWith('is')) return withoutEnding(word.slice(0, -1))
  for (const ending of ['ing', 'ed']) {
    const stem = word.slice(0, -ending.length)
    if (!word.endsWith(ending) || stem.length < 3 || !vowel.test(stem)) continue
    return /([bdgklmnprtvz])\1$/.test(stem) && !/(ll|ss)$/.test(stem) ? stem.slice(0, -1) : stem
  }
  return word
}
