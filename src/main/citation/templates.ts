import { plainText, type RichText, type Run } from '../../shared/export/rich-text'

/** What stands for the n-th number of a template. */
const slotMark = '\uFDD2'
/** Numbers that a citation is made with to see where its own will stand; far apart, with different endings. */
const probes = [(slot: number) => 40_301 + slot * 1_111, (slot: number) => 60_702 + slot * 2_222] as const

/** A text with numbers, as what it is without them, and they. */
export function numbersOut(text: string): { readonly form: string; readonly numbers: readonly string[] } {
  const numbers: string[] = []
  const form = text.replace(/\d+/g, (number) => {
    numbers.push(number)
    return slotMark
  })
  return { form, numbers }
}

export function numbersIn(form: string, numbers: readonly (number | string)[]): string {
  let at = 0
  return form.replaceAll(slotMark, () => String(numbers[at++] ?? ''))
}

/**
 * Citations that differ in their numbers alone, made once. The first of a key is made as it is: most works are cited once. For
 * the second a citation is made with two sets of other numbers; where both come out alike but for them, the numbers are only
 * copied, and can be put in without the processor. Otherwise (ranges that a style shortens, ordinals) each set of numbers is
 * made by it, once.
 */
export class Templates {
  readonly #seen = new Set<string>()
  readonly #templates = new Map<string, RichText | null>()
  readonly #whole = new Map<string, RichText>()

  /** @param make makes the citation of that key with numbers of one's choice. */
  citation(
    key: string,
    numbers: readonly string[],
    make: (numbers: readonly (number | string)[]) => RichText
  ): RichText {
    const own = `${key}\n${numbers.join(' ')}`
    const known = this.#whole.get(own)
    if (known) return known
    const template = this.#seen.has(key) ? this.#template(key, numbers.length, make) : null
    this.#seen.add(key)
    if (template) return filled(template, numbers)
    const made = make(numbers)
    this.#whole.set(own, made)
    return made
  }

  #template(key: string, slots: number, make: (numbers: readonly number[]) => RichText): RichText | null {
    const known = this.#templates.get(key)
    if (known !== undefined) return known
    const made = templateOf(slots, make)
    this.#templates.set(key, made)
    return made
  }
}

function templateOf(slots: number, make: (numbers: readonly number[]) => RichText): RichText | null {
  const [one, other] = probes.map((probe) => {
    const numbers = Array.from({ length: slots }, (_, slot) => probe(slot))
    return make(numbers).map((run) => opened(run, numbers))
  })
  return one && other && JSON.stringify(one) === JSON.stringify(other) ? one : null
}

/** A run with slots where these numbers stand; a slot says which number it is for. */
function opened(run: Run, numbers: readonly number[]): Run {
  const text = run.text.replace(/\d+/g, (number) => {
    const slot = numbers.indexOf(Number(number))
    return slot < 0 ? number : `${slotMark}${String.fromCharCode(slot)}`
  })
  return { ...run, text }
}

function filled(template: RichText, numbers: readonly string[]): RichText {
  if (!plainText(template).includes(slotMark)) return template
  return template.map((run) => ({
    ...run,
    text: run.text.replace(/\uFDD2([\s\S])/g, (_, slot: string) => numbers[slot.charCodeAt(0)] ?? '')
  }))
}
