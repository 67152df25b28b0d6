/** So long is a name of a starred variable's value at most. */
const longestName = 40

/**
 * Values of starred variables (`*variable_value`) as IRaMuTeQ and TXM read them: letters a to z and digits alone. Two values
 * that would be one are told apart by a number; what has no such letters (Chinese) is numbered.
 */
export class StarredNames {
  readonly #names = new Map<string, Map<string, string>>()
  readonly #taken = new Set<string>()
  #numbered = 0

  /** How many values are called by a number, alone or behind their name. */
  get numbered(): number {
    return this.#numbered
  }

  /** The variable with its value, `*theme_onevisit`. What has one name but is not the same is told by `key`. */
  star(variable: string, value: string, key = value): string {
    const own = this.#names.get(variable) ?? new Map<string, string>()
    this.#names.set(variable, own)
    const known = own.get(key)
    if (known !== undefined) return known
    const base = `*${variable}_${plainLetters(value)}`
    let name = base
    if (base.endsWith('_') || this.#taken.has(base)) {
      this.#numbered++
      for (let number = own.size + 1; name === base || this.#taken.has(name); number++)
        name = `${base}${number}`
    }
    this.#taken.add(name)
    own.set(key, name)
    return name
  }
}

/** Names of variables, each once: `*attribute_value` has to be the same variable in every text. */
export function variableNames(names: readonly string[], taken: readonly string[]): Map<string, string> {
  const used = new Set(taken)
  const found = new Map<string, string>()
  for (const each of names) {
    const base = plainLetters(each) || 'attribute'
    let name = base
    for (let number = 2; used.has(name); number++) name = `${base}${number}`
    used.add(name)
    found.set(each, name)
  }
  return found
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '')
    .slice(0, longestName)
}
