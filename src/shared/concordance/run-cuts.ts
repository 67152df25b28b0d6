import { eachDictionaryWord } from '../text/words'

/**
 * Cutting a run of characters costs ICU some microseconds a character, and prose says the same clauses again and again: what was
 * cut is remembered. Longer runs are rare and are not; UTF-16 code units.
 */
const longestKept = 60
/** So many runs are remembered in each of two generations, each some hundred bytes. */
const mostKept = 100_000

/** By language and run: where its words begin and end, as code units. */
let young = new Map<string, string>()
let old = new Map<string, string>()

/**
 * Gives the words of a run of characters by ICU's dictionary, one after another (offsets of `text`); returning false ends it, and
 * then this does too.
 */
export function eachWordOfRun(
  text: string,
  from: number,
  to: number,
  language: string,
  give: (start: number, end: number) => boolean | undefined
): boolean {
  const run = text.slice(from, to)
  if (run.length > longestKept)
    return eachDictionaryWord(run, language, (start, end) => give(from + start, from + end))
  const cuts = cutsOf(run, language)
  for (let at = 0; at < cuts.length; at += 2)
    if (give(from + cuts.charCodeAt(at), from + cuts.charCodeAt(at + 1)) === false) return false
  return true
}

function cutsOf(run: string, language: string): string {
  // Put together anew, so that it does not hold the text that it is a part of.
  const key = `${language} ${run}`
  const known = young.get(key)
  if (known !== undefined) return known
  const kept = old.get(key) ?? cut(run, language)
  if (young.size >= mostKept) {
    old = young
    young = new Map()
  }
  young.set(key, kept)
  return kept
}

function cut(run: string, language: string): string {
  const offsets: number[] = []
  eachDictionaryWord(run, language, (start, end) => offsets.push(start, end) > 0)
  return String.fromCharCode(...offsets)
}
