import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../../../src/shared/alignment/evidence/side'
import { repetitiveVersions } from '../../../src/shared/testing/repetitive-versions'
import type { Pair } from './score'

export interface Known {
  readonly src: readonly string[]
  readonly tgt: readonly string[]
  readonly placesSrc: readonly Place[]
  readonly placesTgt: readonly Place[]
  readonly gold: readonly Pair[]
}

export interface KnownSet {
  readonly name: string
  readonly languages: readonly [string, string]
  readonly docs: readonly Known[]
}

const root = join(import.meta.dirname, '../../..')

/** The sample corpus' gold, and development sets of the same form where a folder of them lies beside the project. */
export function knownSets(): KnownSet[] {
  const folder = process.env.VARIORUM_ALIGNMENT_SETS ?? join(root, '../shared/alignment/data')
  const more = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [readSet(join(folder, file))] : []))
    : []
  return [sample('sample en-en', false), sample('sample zh-en', true), ...written(), ...more]
}

/** Lists, a roll of names and long sentences, by language. */
function written(): KnownSet[] {
  return ['en', 'zh'].map((language) => ({
    name: `written ${language}-en`,
    languages: [language, 'en'],
    docs: repetitiveVersions()
      .filter(({ languages }) => languages[0] === language)
      .map(({ a, b, gold }): Known => ({ src: a, tgt: b, placesSrc: [], placesTgt: [], gold }))
  }))
}

function sample(name: string, fromSource: boolean): KnownSet {
  const corpus = join(root, 'corpus')
  const docs = readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const gold = join(corpus, entry.name, 'gold')
      return readdirSync(gold)
        .filter((file) => file.startsWith('source') === fromSource)
        .map((file): Known => {
          const { sentencesA, sentencesB, links } = JSON.parse(readFileSync(join(gold, file), 'utf8'))
          return { src: sentencesA, tgt: sentencesB, placesSrc: [], placesTgt: [], gold: links }
        })
    })
  return { name, languages: [fromSource ? 'zh' : 'en', 'en'], docs }
}

interface SetFile {
  readonly name: string
  readonly srcLang: string
  readonly tgtLang: string
  readonly docs: readonly {
    readonly src: readonly string[]
    readonly tgt: readonly string[]
    readonly srcPara?: readonly number[]
    readonly tgtPara?: readonly number[]
    readonly gold: readonly Pair[]
  }[]
}

function readSet(path: string): KnownSet {
  const set = JSON.parse(readFileSync(path, 'utf8')) as SetFile
  return {
    name: set.name,
    languages: [set.srcLang, set.tgtLang],
    docs: set.docs.map(({ src, tgt, srcPara, tgtPara, gold }) => ({
      src,
      tgt,
      placesSrc: places(src.length, srcPara),
      placesTgt: places(tgt.length, tgtPara),
      gold
    }))
  }
}

function places(size: number, starts: readonly number[] | undefined): Place[] {
  const begins = new Set(starts)
  return Array.from({ length: size }, (_, at) => (begins.has(at) || (starts && at === 0) ? 'start' : ''))
}

/** One long text of at least so many sentences, out of copies of a set whose words are changed alike on both sides. */
export function lengthened(set: KnownSet, sentences: number): Known {
  const src: string[] = []
  const tgt: string[] = []
  const gold: Pair[] = []
  // One pair of each work: a rendering that stood in two pairs would be there twice.
  const docs: Known[] = []
  const seen = new Set<string>()
  for (const doc of set.docs) {
    const own = [...doc.src.slice(1, 3), ...doc.tgt.slice(1, 3)]
    if (own.some((each) => seen.has(each))) continue
    for (const each of own) seen.add(each)
    docs.push(doc)
  }
  for (let copy = 0; src.length < sentences; copy++)
    for (const doc of docs) {
      if (src.length >= sentences) break
      const [i, j] = [src.length, tgt.length]
      src.push(...doc.src.map((each) => changed(each, copy)))
      tgt.push(...doc.tgt.map((each) => changed(each, copy)))
      for (const [a, b] of doc.gold) gold.push([a.map((at) => at + i), b.map((at) => at + j)])
    }
  return { src, tgt, placesSrc: [], placesTgt: [], gold }
}

const vowels = 'aeiou'
const consonants = 'bcdfghjklmnpqrstvwxyz'

/** Four of five longer words become others, the same ones wherever they stand in this copy: letter for letter. */
function changed(text: string, copy: number): string {
  if (copy === 0) return text
  return text.replace(/[A-Za-z]{4,}/g, (word) => {
    let hash = copy * 7
    for (const letter of word.toLowerCase().slice(0, 5)) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
    if (hash % 5 === 0) return word
    const turned = [...word.toLowerCase()].map((letter, at) => {
      const among = vowels.includes(letter) ? vowels : consonants
      const step = ((hash >>> 3) % 19) + copy + Math.min(at, 4)
      return among.charAt((among.indexOf(letter) + step) % among.length)
    })
    const whole = turned.join('')
    return /^[A-Z]/.test(word) ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole
  })
}
