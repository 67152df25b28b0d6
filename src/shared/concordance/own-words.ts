import { simplifiedOf } from '../anchoring/simplified'
import type { Formula } from '../model/formula'
import { characterKind, kindAt } from './characters'

/** Signs about a form that are no part of it as a word: 《纲要》, “三农”. */
const outerSigns = /^[\p{P}\s]+|[\p{P}\s]+$/gu
/** Shorter ones could stand across two words of the dictionary by chance (大会 in 扩大会议); UTF-16 code units. */
const shortest = 2

/** The names and formulae of a project that are one word where Chinese is cut, in a fixed order: their forms, as far as they are characters throughout. */
export function ownWordsOf(formulae: Readonly<Record<string, Pick<Formula, 'forms'>>>): string[] {
  const words = new Set<string>()
  for (const { forms } of Object.values(formulae))
    for (const form of forms) {
      const word = form.replace(outerSigns, '')
      if (word.length >= shortest && isUnspaced(word)) words.add(word)
    }
  return [...words].sort()
}

function isUnspaced(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (kindAt(word, at) !== characterKind.unspaced) return false
  return true
}

/** Words of a project's own, found in texts in simplified and traditional characters alike. */
export class OwnWords {
  /** By the first code unit, simplified; the longest first. */
  private readonly byFirst = new Map<number, string[]>()
  /** The same words have the same name. */
  readonly name: string

  constructor(words: readonly string[]) {
    const all = [...new Set(words.map(simplified))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    this.name = all.join(' ')
    for (const word of all) {
      const first = word.charCodeAt(0)
      const own = this.byFirst.get(first) ?? []
      this.byFirst.set(first, own)
      own.push(word)
    }
  }

  get isEmpty(): boolean {
    return this.byFirst.size === 0
  }

  /**
   * Where the longest own word ends that begins at an offset; 0 where none does. One of two characters counts only where the
   * dictionary has a word begin or end with it.
   * @param isEdge whether a word of the dictionary begins or ends at an offset
   */
  endAt(text: string, at: number, to: number, isEdge: (offset: number) => boolean): number {
    for (const word of this.byFirst.get(simplifiedUnit(text.charCodeAt(at))) ?? []) {
      const end = at + word.length
      if (end > to || !standsAt(text, at, word)) continue
      if (word.length > shortest || isEdge(at) || isEdge(end)) return end
    }
    return 0
  }
}

function standsAt(text: string, at: number, word: string): boolean {
  for (let i = 1; i < word.length; i++)
    if (simplifiedUnit(text.charCodeAt(at + i)) !== word.charCodeAt(i)) return false
  return true
}

function simplified(word: string): string {
  return String.fromCharCode(
    ...Array.from({ length: word.length }, (_, at) => simplifiedUnit(word.charCodeAt(at)))
  )
}

/** By UTF-16 code unit; 0 where it was not looked at yet. Halves of surrogate pairs stay as they are. */
const known = new Uint16Array(0x10000)

function simplifiedUnit(code: number): number {
  const found = known[code]
  if (found) return found
  const made = simplifiedOf(String.fromCharCode(code))
  const unit = made.length === 1 ? made.charCodeAt(0) : code
  known[code] = unit
  return unit
}
