import type { MachineSign } from '../parsed'
import { countCalques } from './calques'
import { hasGarbledNames } from './garbled-names'

/**
 * The signs by which an English text reads as raw machine translation. Two of them make it probable. `credits` are the lines
 * around the text that name who reported and edited it.
 */
export function machineSigns(text: string, credits = ''): MachineSign[] {
  const signs: MachineSign[] = []
  if (/\b(\p{L}{3,}(?: \p{L}{3,})?) \1\b/iu.test(text)) signs.push('doubledWords')
  if ((text.match(/[\p{Ll})]\.\p{Lu}\p{Ll}/gu)?.length ?? 0) > 1) signs.push('missingSpaces')
  if (/\b(?:19|20)\d{2}th\b|\b\d*[04-9](?:st|nd|rd)\b|\b\d*[123]th\b(?<!1[123]th)/.test(text))
    signs.push('oddOrdinals')
  if (hasLowerCaseNames(text)) signs.push('lowerCaseNames')
  if (hasGarbledNames(text, credits)) signs.push('garbledNames')
  if (countCalques(text) >= 2) signs.push('calques')
  return signs
}

/** A word that is capitalised inside sentences again and again, but also stands in lower case: "jilin" beside "Jilin". */
function hasLowerCaseNames(text: string): boolean {
  const capital = new Map<string, number>()
  for (const [, word] of text.matchAll(/(?<=[\p{Ll},] )(\p{Lu}\p{Ll}{3,})\b/gu)) {
    const key = (word ?? '').toLowerCase()
    capital.set(key, (capital.get(key) ?? 0) + 1)
  }
  for (const [, word] of text.matchAll(/(?<=[\p{Ll},] )(\p{Ll}{4,})(?= \p{Lu}|['’]s\b)/gu))
    if ((capital.get(word ?? '') ?? 0) >= 3) return true
  return false
}
