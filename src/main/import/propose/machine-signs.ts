import type { MachineSign } from '../parsed'
import { countCalques } from './calques'
import { countGarbledNames } from './garbled-names'

/** How often a sign has to stand in a thousand words before it is one: people slip too, over a whole book. */
const leastRates: Readonly<Record<MachineSign, number>> = {
  doubledWords: 0.6,
  missingSpaces: 1,
  oddOrdinals: 0.6,
  lowerCaseNames: 0.6,
  garbledNames: 0.6,
  calques: 2
}

/** Words that people double. */
const doubledByPeople =
  /^(had|that|very|bye|ha|no|so|well|now|there|yes|hush|tut|knock|chop|tick|far|out|long|never|again|really|many|too|more|much|ever|dear|come|who|what|why|how|one|two|three)$/i

/**
 * The signs by which an English text reads as raw machine translation, each by how often it stands in a thousand words.
 * Three of them make it probable. `credits` are the lines around the text that name who reported and edited it.
 */
export function machineSigns(text: string, credits = ''): MachineSign[] {
  const thousands = (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0) / 1000
  if (thousands === 0) return []
  const calques = countCalques(text)
  const spaces = text.match(/[\p{Ll})]\.\p{Lu}\p{Ll}/gu)?.length ?? 0
  const counts: Readonly<Record<MachineSign, number>> = {
    doubledWords: countDoubled(text),
    missingSpaces: spaces > 1 ? spaces : 0,
    oddOrdinals:
      text.match(/\b(?:19|20)\d{2}th\b|\b\d*[04-9](?:st|nd|rd)\b|\b\d*[123]th\b(?<!1[123]th)/g)?.length ?? 0,
    lowerCaseNames: countLowerCaseNames(text),
    garbledNames: countGarbledNames(text, credits),
    calques: calques >= 2 ? calques : 0
  }
  const all: readonly MachineSign[] = [
    'doubledWords',
    'missingSpaces',
    'oddOrdinals',
    'lowerCaseNames',
    'garbledNames',
    'calques'
  ]
  return all.filter((sign) => counts[sign] > 0 && counts[sign] / thousands >= leastRates[sign])
}

function countDoubled(text: string): number {
  const found = text.match(/\b(\p{L}{3,}(?: \p{L}{3,})?) \1\b/giu) ?? []
  return found.filter((each) => !doubledByPeople.test(each.split(' ')[0] ?? '')).length
}

/** Words that are capitalised inside sentences again and again, but also stand in lower case: "jilin" beside "Jilin". */
function countLowerCaseNames(text: string): number {
  const capital = new Map<string, number>()
  for (const [, word] of text.matchAll(/(?<=[\p{Ll},] )(\p{Lu}\p{Ll}{3,})\b/gu)) {
    const key = (word ?? '').toLowerCase()
    capital.set(key, (capital.get(key) ?? 0) + 1)
  }
  const found = text.matchAll(/(?<=[\p{Ll},] )(\p{Ll}{4,})(?= \p{Lu}|['’]s\b)/gu)
  return [...found].filter(([, word]) => (capital.get(word ?? '') ?? 0) >= 3).length
}
