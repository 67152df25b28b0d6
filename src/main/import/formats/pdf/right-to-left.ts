const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
const letters = /\p{L}/u

/** Whether most letters of a line are written from right to left. */
export function isRightToLeft(text: string): boolean {
  let [own, all] = [0, 0]
  for (const sign of text) {
    if (!letters.test(sign)) continue
    all++
    if (rightToLeft.test(sign)) own++
  }
  return own > all / 2
}

/** Pieces of a line from right to left, as it is read; stretches of words and numbers of other scripts stay as they stand. */
export function inReadingOrder<T extends { readonly text: string }>(parts: readonly T[]): T[] {
  const runs: { own: boolean; parts: T[] }[] = []
  const fromRight = parts.toReversed()
  const isNeutral = ({ text }: T) => !/[\p{L}\p{N}]/u.test(text)
  for (const [at, part] of fromRight.entries()) {
    const last = runs.at(-1)
    // What has no direction has that of both sides where they are one, else that of the line.
    const next = fromRight.slice(at + 1).find((each) => !isNeutral(each))
    const own = isNeutral(part)
      ? last?.own !== false || next === undefined || rightToLeft.test(next.text)
      : rightToLeft.test(part.text)
    if (last && last.own === own) last.parts.push(part)
    else runs.push({ own, parts: [part] })
  }
  return runs.flatMap((run) => (run.own ? run.parts : run.parts.reverse()))
}

/** Hebrew letters that only end words, and those of Arabic words that begin and end as the article and its reverse. */
const finalLetter = /[ךםןףץ]/
const reversedArticle = /لا$/

/**
 * Whether texts came out backwards: some writers of text layers put right-to-left words down in the order that they are
 * read in, where a reader takes them for the order that they stand in.
 */
export function isBackwards(texts: Iterable<string>): boolean {
  let [right, wrong] = [0, 0]
  for (const text of texts)
    for (const word of text.match(/[\p{Script=Hebrew}\p{Script=Arabic}]{3,}/gu) ?? []) {
      if (finalLetter.test(word.slice(-1)) || word.startsWith('ال')) right++
      if (finalLetter.test(word.charAt(0)) || reversedArticle.test(word)) wrong++
    }
  return wrong > 2 && wrong > right * 2
}

/** The stretches of right-to-left letters in a text the other way round, grapheme by grapheme. */
export function turned(text: string): string {
  if (!rightToLeft.test(text)) return text
  const graphemes = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  return graphemes
    .reverse()
    .join('')
    .replace(/[\p{N}][\p{N}.,:/-]*[\p{N}]/gu, (number) => [...number].reverse().join(''))
}

const pairs = '()[]{}«»‹›'
const others = ')(][}{»«›‹'

/**
 * Whether brackets came out as they look, not as they are read: in a line from right to left the one that opens looks like
 * one that closes, and some writers name their signs by their looks.
 */
export function areBracketsMirrored(lines: Iterable<string>): boolean {
  let [right, wrong] = [0, 0]
  for (const line of lines) {
    if (!isRightToLeft(line)) continue
    const first = /[()[\]{}«»‹›]/.exec(line)?.[0]
    if (first === undefined) continue
    if ('([{«‹'.includes(first)) right++
    else wrong++
  }
  return wrong > right
}

/** A line from right to left with its brackets the other way round; any other as it is. */
export function withBracketsMirrored(line: string): string {
  return isRightToLeft(line)
    ? line.replace(/[()[\]{}«»‹›]/g, (sign) => others.charAt(pairs.indexOf(sign)))
    : line
}
