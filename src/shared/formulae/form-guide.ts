import type { Lexicon } from '../alignment/lexicon'
import { emptyCharacters, functionWords } from './function-words'
import { numberAgreement, numbersOf } from './numbers-in'
import { stemOf, tokenLikeness } from './synonyms'
import { TokenFolder } from './tokens'

/** The longest run of characters that is looked up as one word. */
const longestWord = 4
/** What one character means by itself is said by many words: it speaks less surely than a word of several. */
const characterWeight = 0.75
/** A number is said of many things: in a form and in a phrase it counts half. */
const numberShare = 0.5
/** From here on, by `numberAgreement`, two phrases count alike. */
const sameNumbers = 0.7

/** How the words of a phrase answer a source form, each 0 to 1. */
export interface FormOverlap {
  /** Of the phrase's words those that the form accounts for. */
  readonly precision: number
  /** Of the form's characters those that the phrase accounts for. */
  readonly recall: number
  /** The harmonic mean of both. */
  readonly score: number
  /** Whether a word spells characters by their sound. */
  readonly bySound: boolean
  /** −1 to 1. */
  readonly numbers: number
}

const none: FormOverlap = { precision: 0, recall: 0, score: 0, bySound: false, numbers: 0 }

interface Cover {
  readonly at: readonly number[]
  readonly weight: number
  readonly sound: boolean
}

/**
 * What English words can be expected where a source form is rendered: the senses of its words and characters in the
 * dictionary, its numbers, and its sound in pinyin or Wade–Giles for names.
 */
export class FormGuide {
  private readonly characters: readonly string[]
  private readonly numbers: readonly string[]
  /** Of a word that a form says several times there is a cover for each. */
  private readonly senses = new Map<string, Cover[]>()
  private readonly sounds = new Map<string, Cover[]>()
  private readonly known = new Map<string, readonly Cover[]>()
  private readonly shares: readonly number[]
  private readonly said: number

  constructor(form: string, lexicon: Lexicon, folder = new TokenFolder()) {
    const { ids } = folder.tokens(form)
    this.characters = Array.from(ids, (id) => folder.name(id)).filter((token) => token !== '.')
    this.numbers = numbersOf(this.characters)
    this.shares = this.characters.map((each) =>
      emptyCharacters.has(each) ? 0 : numbersOf([each]).length > 0 ? numberShare : 1
    )
    this.said = this.shares.reduce((sum, each) => sum + each, 0)
    this.characters.forEach((token, at) => {
      const [number] = numbersOf([token])
      if (number !== undefined) this.put(this.senses, `#${number}`, [at], 1, false)
      else if (!/\p{Script=Han}/u.test(token)) this.put(this.senses, stemOf(token), [at], 1, false)
    })
    for (let from = 0; from < this.characters.length; from++) {
      let spelt = ['']
      for (let to = from; to < Math.min(this.characters.length, from + longestWord); to++) {
        const readings = lexicon.lookUp(this.characters[to] ?? '')?.readings ?? []
        spelt = spelt.flatMap((start) => readings.slice(0, 3).map((each) => start + each.replace(/ /g, '')))
        const at = Array.from({ length: to - from + 1 }, (_, k) => from + k)
        for (const sound of spelt) if (sound.length >= 3) this.put(this.sounds, rough(sound), at, 1, true)
        const entry = lexicon.lookUp(this.characters.slice(from, to + 1).join(''))
        if (!entry) continue
        const weight = at.length === 1 ? characterWeight : 1
        for (const sense of entry.senses) {
          const said = (sense.match(/[a-z]+/g) ?? []).filter(
            (word) => !functionWords.has(word) && word.length > 1
          )
          // One word of several is only a part of what the characters say.
          const share = weight / Math.sqrt(Math.max(1, Math.min(said.length, at.length)))
          for (const word of said) {
            const { ids: own } = folder.tokens(word)
            for (const id of own) this.put(this.senses, stemOf(folder.name(id)), at, share, false)
          }
        }
      }
    }
  }

  /**
   * @param tokens the folded tokens of the phrase
   * @param surfaces the same as they are written: only what has a capital is taken for a name
   */
  overlap(tokens: readonly string[], surfaces: readonly string[] = tokens): FormOverlap {
    if (this.said === 0) return none
    const reached = new Map<number, number>()
    let [words, answered] = [0, 0]
    const numbers = numberAgreement(this.numbers, numbersOf(tokens))
    // 千万 is ten million as a whole, not figure by figure.
    const isSameNumber = numbers >= sameNumbers
    if (isSameNumber)
      this.shares.forEach((share, at) => {
        if (share === numberShare) reached.set(at, 1)
      })
    let bySound = false
    tokens.forEach((token, index) => {
      if (token === '.' || functionWords.has(token)) return
      const cover = this.coverFor(token, surfaces[index] ?? token, reached)
      const isNumber = numbersOf([token]).length > 0
      const share = isNumber ? numberShare : 1
      words += share
      if (isNumber && isSameNumber) answered += share
      if (!cover || (isNumber && isSameNumber)) return
      if (cover.sound) bySound = true
      answered += cover.weight * share
      for (const at of cover.at) reached.set(at, Math.max(reached.get(at) ?? 0, cover.weight))
    })
    if (words === 0) return none
    let sum = 0
    for (const [at, weight] of reached) sum += weight * (this.shares[at] ?? 0)
    const [precision, recall] = [answered / words, Math.min(1, sum / this.said)]
    const score = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { precision, recall, score, bySound, numbers }
  }

  /** How surely a token answers some of the form, 0 to 1; 0: not at all. */
  weightOf(token: string, surface = token): number {
    return token === '.' || functionWords.has(token) ? 0 : (this.coversOf(token, surface)[0]?.weight ?? 0)
  }

  /** What a token answers; where the form says it again, what is not answered yet. */
  private coverFor(token: string, surface: string, reached: ReadonlyMap<number, number>): Cover | null {
    const covers = this.coversOf(token, surface)
    if (covers.length < 2) return covers[0] ?? null
    return covers.find(({ at }) => at.every((each) => !reached.has(each))) ?? covers[0] ?? null
  }

  private coversOf(token: string, surface: string): readonly Cover[] {
    const key = `${surface} ${token}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const found = this.look(token, surface)
    this.known.set(key, found)
    return found
  }

  private look(token: string, surface: string): readonly Cover[] {
    if (/^\p{Lu}/u.test(surface)) {
      const plain = surface
        .normalize('NFD')
        .replace(/[^\p{L}]/gu, '')
        .toLowerCase()
      const spelt = this.sounds.get(rough(plain))
      if (spelt) return spelt
    }
    const [number] = numbersOf([token])
    if (number !== undefined) {
      const counted = this.senses.get(`#${number}`)
      if (counted) return counted
    }
    const own = this.senses.get(stemOf(token))
    if (own) return own
    let best: readonly Cover[] = []
    for (const [sense, covers] of this.senses) {
      const likeness = tokenLikeness(token, sense)
      const weight = likeness * (covers[0]?.weight ?? 0)
      if (likeness > 0 && weight > (best[0]?.weight ?? 0))
        best = covers.map((cover) => ({ ...cover, weight: likeness * cover.weight }))
    }
    return best
  }

  private put(
    table: Map<string, Cover[]>,
    word: string,
    at: readonly number[],
    weight: number,
    sound: boolean
  ): void {
    const known = table.get(word)
    const [first] = known ?? []
    const cover = { at, weight, sound }
    if (!known || !first) table.set(word, [cover])
    else if (weight > first.weight || (weight === first.weight && at.length > first.at.length))
      table.set(word, [cover])
    else if (
      weight === first.weight &&
      at.length === first.at.length &&
      known.every((own) => own.at[0] !== at[0])
    )
      known.push(cover)
  }
}

/** One spelling for pinyin and Wade–Giles: voiced and aspirated sounds fall together, as do the sibilants. */
function rough(sound: string): string {
  return sound
    .replace(/hs|x/g, 's')
    .replace(/[zc]h|q|j/g, 'c')
    .replace(/t[sz]|z|sz/g, 's')
    .replace(/b/g, 'p')
    .replace(/d/g, 't')
    .replace(/g(?!$|[^aeiou])/g, 'k')
}
