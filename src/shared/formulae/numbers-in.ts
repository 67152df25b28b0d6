const chinese: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  双: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
  百: '100',
  千: '1000',
  万: '10000'
}
const words: Readonly<Record<string, string>> = {
  pair: '2',
  once: '1',
  onc: '1',
  singl: '1',
  sol: '1',
  tripl: '3',
  million: '1000000',
  billion: '1000000000'
}

/** The numbers that a phrase counts with, in their order: one main and six pairs, 一主六双: 1, 6, 2. */
export function numbersOf(tokens: readonly string[]): string[] {
  const found: string[] = []
  let before = -2
  tokens.forEach((token, at) => {
    const value = /^#[\d.]+$/.test(token) ? token.slice(1) : (chinese[token] ?? words[token])
    if (value === undefined) return
    const last = found.at(-1)
    // Ten million, 千万: one number.
    if (before === at - 1 && last !== undefined && Number(value) >= 100)
      found[found.length - 1] = String(Number(last) * Number(value))
    else found.push(value)
    before = at
  })
  return found
}

/**
 * How the numbers of two phrases agree, −1 to 1: the same in the same order 1, one row within the other less, others against
 * it; 0 where neither counts.
 */
export function numberAgreement(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 0
  if (a.join(' ') === b.join(' ')) return a.length > 1 ? 1 : a[0] === '1' ? 0.4 : 0.75
  if (a.length === 0 || b.length === 0) return -0.3
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let at = 0
  for (const each of long) if (each === short[at]) at++
  if (at === short.length) return short.length / long.length - 0.1
  const merged = [a.join(''), b.join('')]
  return merged[0] === merged[1] ? 0.9 : -1
}
