import type { Span } from '../model/offsets'
import { span } from '../model/span'

/** What a text lists behind a slogan: where the list stands (UTF-16), and its items as they are written. */
interface MemberList extends Span {
  readonly items: readonly string[]
}

/** A list is no longer than this, in UTF-16 code units, and has so many items. */
const longest = 600
const most = 20
/** An item of a list is no longer than this, in UTF-16 code units: a longer one is a sentence. */
const longestItem = { chinese: 26, other: 90 }

const closing = /^[”"’'」』》〉\s]*/
/** What comes between a slogan and its members: a bracket, a colon, a dash, namely; a word or two of its noun may stand before. */
const opening =
  /^(?:[\p{L}\- ]{0,24}?)(?:(?<bracket>[（(])|[：:]|——|—|–|，即|,? namely,?|,? that is,?|,? i\.e\.,?|即)\s*/u
const han = /\p{Script=Han}/u

/**
 * What a text lists right behind a slogan, in brackets, or behind a colon, a dash, “namely”, 即, up to the end of the sentence.
 * Null where nothing is listed there.
 *
 * @param end where the slogan ends, UTF-16
 */
export function memberList(text: string, end: number): MemberList | null {
  const after = text.slice(end, end + longest)
  const skipped = closing.exec(after)?.[0].length ?? 0
  const opened = opening.exec(after.slice(skipped))
  if (!opened) return null
  const from = skipped + opened[0].length
  const rest = after.slice(from)
  const stop = opened.groups?.bracket ? /[）)\n]/ : /[。！？\n]|[.!?](?=\s|$)/
  const length = stop.exec(rest)?.index ?? rest.length
  const said = rest.slice(0, length)
  const items = itemsOf(said)
  if (items.length < 2 || items.length > most) return null
  const limit = han.test(said) ? longestItem.chinese : longestItem.other
  if (items.some((item) => item.length > limit)) return null
  return { ...span(end + from, end + from + length), items }
}

function itemsOf(said: string): string[] {
  const isChinese = han.test(said)
  const parting = isChinese
    ? said.includes('、')
      ? /、|(?:以及|和|及|与)(?=[^、]*$)/u
      : /[，；]/u
    : said.includes(';')
      ? /;\s*(?:and\s+)?/
      : /,\s*(?:and\s+)?|\s+and\s+(?=[^,]*$)/
  return said
    .split(parting)
    .map((each) =>
      each
        .replace(/^[\s“"‘'「『《]+|[\s”"’'」』》,，;；]+$/gu, '')
        .replace(/^(?:and|the)\s+/i, '')
        .replace(/等$/u, '')
    )
    .filter((each) => each !== '')
}

/** Whether a list has as many members as the numbers of a slogan ask for: one of them, or several in a row together. */
export function fitsNumbers(count: number, numbers: readonly number[]): boolean {
  if (numbers.length === 0) return true
  return numbers.some((_, from) => {
    let sum = 0
    return numbers.slice(from).some((each) => {
      sum += each
      return sum === count
    })
  })
}
