import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { chineseNames } from './chinese-names'
import { chineseSayings } from './chinese-sayings'
import type { PhraseSign, PhraseSpan } from './phrase-spans'
import { quotedSpans } from './quoted-spans'

const numeral = '[一二两兩三四五六七八九双雙]'
/** 一主六双, 三严三实, 一核两翼三圈多带: numerals that each head a word of one or two characters. */
const chain = new RegExp(
  `(?<![十百千万第零])${numeral}(?!${numeral}|[个個十百千万])\\p{Script=Han}、?(?:${numeral}(?![十百千万])\\p{Script=Han}、?){1,5}`,
  'gu'
)
/** 四个意识, 五大合作, 七个重大转变. */
const counted = new RegExp(
  `(?<![十百千万第零一二三四五六七八九])${numeral}(?:个|個|大|项|項|条|條)(?!方面|问题|部门|小时|月|平台|单位|世界)\\p{Script=Han}{2,4}?(?![\\p{Script=Han}])`,
  'gu'
)
/** 千万头肉牛, 百万市民: a round number of what is to be. */
const round =
  /(?<![\p{N}一二两三四五六七八九十百千万亿几数])(?:千万|百万|十万|万千|百|千|万)[头個个项户人家条名座]\p{Script=Han}{2}(?=[，。、；：”]|不|的|工程|行动|计划)/gu

/**
 * The phrases of a Chinese text that look fixed, by start: in quotation marks or title marks, made of numerals, offices and
 * institutions, parts that answer each other, short clauses by themselves, what stands behind verbs of policy.
 */
export function chineseSpans(text: string, from = 0, to = text.length): PhraseSpan[] {
  const quoted: PhraseSpan[] = quotedSpans(text, from, to).map((each) => ({ ...each, sign: 'quoted' }))
  const stretch = text.slice(from, to)
  const at = (index: number, words: string) => span(from + index, from + index + words.length)
  const numbers: Span[] = [...stretch.matchAll(chain)]
    .filter(
      ([words]) =>
        (words.match(new RegExp(numeral, 'gu')) ?? []).length >= 2 && !/[年月日时分点万亿元到毫]/.test(words)
    )
    .map(({ index, 0: words }) => at(index, words.replace(/、$/, '')))
  for (const pattern of [counted, round])
    for (const { index, 0: words } of stretch.matchAll(pattern)) numbers.push(at(index, words))
  const signed = (sign: PhraseSign, all: readonly Span[]) => all.map((each) => ({ ...each, sign }))
  const inOrder = (a: Span, b: Span) => a.start - b.start || a.end - b.end
  const free = [
    ...signed('numbers', numbers),
    ...[...chineseNames(stretch), ...chineseSayings(stretch)].map((each) => ({
      ...span(from + each.start, from + each.end),
      sign: each.sign
    }))
  ].sort(inOrder)
  let near = 0
  const outside = free.filter((each) => {
    while ((quoted[near]?.end ?? Number.POSITIVE_INFINITY) <= each.start) near++
    return (quoted[near]?.start ?? Number.POSITIVE_INFINITY) >= each.end
  })
  return [...quoted, ...outside].sort(inOrder)
}
