import type { CslItem } from '../../../shared/citation/csl-item'

/** Keys by which a text names its references: family name, year, first word of the title (`clerk2019harbour`), each once. */
export function referenceKeys(items: readonly CslItem[]): string[] {
  const used = new Set<string>()
  return items.map((item) => {
    const base = keyOf(item)
    let key = base
    for (let count = 2; used.has(key); count++) key = `${base}-${count}`
    used.add(key)
    return key
  })
}

/** Words that tell nothing at the beginning of a title. */
const idle = new Set([
  'a',
  'an',
  'the',
  'of',
  'on',
  'in',
  'to',
  'and',
  'der',
  'die',
  'das',
  'le',
  'la',
  'les'
])

function keyOf({ author, issued, title }: CslItem): string {
  const name = plain(author?.[0]?.family ?? author?.[0]?.literal ?? '')[0] ?? ''
  const year = issued && 'date-parts' in issued ? String(issued['date-parts'][0]?.[0] ?? '') : ''
  const word = plain(title).find((each) => !idle.has(each)) ?? ''
  const key = `${name}${year}${word}`.slice(0, 60)
  return /^[a-z]/.test(key) ? key : `ref${key}`
}

/** The words of a text in small letters of ASCII; letters of other scripts have no part in a key. */
function plain(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
