import { stemmer } from 'stemmer'
import type { Lexicon } from '../lexicon'
import type { Side } from './side'
import { foldWord } from './tokens'

/**
 * Names by their sound: a capitalised word of the other text (Junhai, Lao-tzu, Heilongjiang) and Han characters whose
 * readings in pinyin spell it. Wade–Giles and slips of one letter are allowed in longer names.
 *
 * @param add told of each pair of types: a character of the Chinese side and the word
 */
export function nameMatches(
  chinese: Side,
  other: Side,
  lexicon: Lexicon,
  add: (x: number, y: number) => void
): void {
  const names = capitalised(other)
  if (names.size === 0) return
  const spelt = new Map<string, number[]>()
  for (const [name, ids] of names)
    for (const key of keysOf(name)) spelt.set(key, [...(spelt.get(key) ?? []), ...ids])
  const typeOf = new Map(chinese.types.map((type, id) => [type, id]))
  const seen = new Set<string>()
  for (const sentence of chinese.sentences)
    for (const [run] of sentence.matchAll(/\p{Script=Han}+/gu))
      for (let from = 0; from < run.length; from++)
        for (let length = 1; length <= longestName && from + length <= run.length; length++) {
          const characters = run.slice(from, from + length)
          if (seen.has(characters)) continue
          seen.add(characters)
          const keys = spellingsOf(characters, lexicon)
          const ids = new Set(keys.flatMap((key) => spelt.get(key) ?? []))
          for (const id of ids) for (const type of typesWithin(characters, typeOf)) add(type, id)
        }
}

const longestName = 3

/** Words that stand with a capital wherever they stand, folded, with the types they have become. */
function capitalised(side: Side): Map<string, number[]> {
  const typeOf = new Map(side.types.map((type, id) => [type, id]))
  const forms = new Map<string, { upper: number; lower: number }>()
  for (const sentence of side.sentences)
    for (const [word] of sentence.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu)) {
      const folded = foldWord(word)
      const form = forms.get(folded) ?? { upper: 0, lower: 0 }
      if (/^\p{Lu}\p{Ll}/u.test(word)) form.upper++
      else form.lower++
      forms.set(folded, form)
    }
  const names = new Map<string, number[]>()
  for (const [word, { upper, lower }] of forms) {
    if (upper === 0 || lower > 0 || word.length < 2 || !pinyinLike.test(word)) continue
    const own = typeOf.get(stemmer(word)) ?? typeOf.get(word)
    if (own !== undefined) names.set(word, [own])
  }
  return names
}

const pinyinLike = /^(?:(?:[bcdfghjklmnpqrstwxyz]|ts|tz|sz|hs|[zcs]h)?[aeiouvê]{1,3}(?:ng?|r|h)?){1,4}$/

/** Strings whose spellings are kept: what stands in one text comes again in the next. */
const mostKnown = 50_000
const spellingsIn = new WeakMap<Lexicon, Map<string, readonly string[]>>()

/** Under which keys a name of these characters may be found: its sounds, what Wade–Giles makes of them, and with a slip. */
function spellingsOf(characters: string, lexicon: Lexicon): readonly string[] {
  let known = spellingsIn.get(lexicon)
  if (!known) {
    known = new Map()
    spellingsIn.set(lexicon, known)
  }
  const found = known.get(characters)
  if (found) return found
  if (known.size > mostKnown) known.clear()
  const keys = [...new Set(soundsOf(characters, lexicon).flatMap(keysOf))]
  known.set(characters, keys)
  return keys
}

/** The characters as one sound. */
function soundsOf(characters: string, lexicon: Lexicon): string[] {
  let sounds = ['']
  for (const character of characters) {
    const readings = lexicon.lookUp(character)?.readings ?? []
    if (readings.length === 0) return []
    sounds = sounds.flatMap((sound) =>
      readings.slice(0, 3).map((reading) => sound + reading.replace(/ /g, ''))
    )
  }
  return sounds.filter((sound) => sound.length >= 3)
}

function keysOf(name: string): string[] {
  const keys = new Set([name, `~${rough(name)}`])
  if (name.length >= 6)
    for (let at = 0; at < name.length; at++) keys.add(`-${name.slice(0, at)}${name.slice(at + 1)}`)
  return [...keys]
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
    .replace(/ie|ia/g, 'i')
    .replace(/u?[oe]h?/g, 'o')
}

function typesWithin(characters: string, typeOf: ReadonlyMap<string, number>): number[] {
  const types = [characters, ...[...characters].flatMap((each) => [each, `+${each}`])]
  return types.flatMap((type) => typeOf.get(type) ?? [])
}
