import { span } from '../model/span'
import type { PhraseSpan } from './phrase-spans'

/** In characters. */
const clauseLength = 4
const shortestPart = 3
const longestPart = 10
const clauses = /\p{Script=Han}+/gu
/** What a saying is led in by. */
const modal = /^(?:要|必须|坚持|做到|切实|努力|进一步|真正)+(?=\p{Script=Han}{3})/u
/** What bulletins say of saying, and of order. */
const reporting =
  /会议|强调|指出|要求|认为|表示|提出|同时|此外|目前|今年|去年|明年|近日|日前|首先|其次|最后|下一步|第[一二三四五六七八九十]|^[一二三四五六七八九十]是|发布|来源|记者|编辑|责任/
/** 加强顶层设计, 打通信息孤岛: verbs that official prose puts before its set phrases of four characters. */
const object =
  /(?:加强|打通|打破|推进|深化|践行|坚持|落实|实施|树立|做到|构建|弘扬|实现|推行|推广|增强|建设|打造)(?:好|了)?(\p{Script=Han}{4})(?=[，。、；：]|改革|工程|战略|行动|计划)/gu
/** 绿水青山就是金山银山: a clause that says of one thing that it is another. */
const equation = /^\p{Script=Han}{3,5}(?:就是|也是|不是)\p{Script=Han}{3,5}$/u

/**
 * Phrases that are shaped as sayings are: clauses of four characters by themselves, parts that answer each other character by
 * character, equations, and objects of verbs of policy. Offsets count from the start of the text.
 */
export function chineseSayings(text: string): PhraseSpan[] {
  const found: PhraseSpan[] = []
  const all = [...text.matchAll(clauses)].map(({ index, 0: words }) => {
    const said = words.replace(modal, '')
    return { start: index + words.length - said.length, words: said }
  })
  for (let at = 0; at < all.length; at++) {
    const { start, words } = all[at] ?? { start: 0, words: '' }
    const isWhole = endsAt(text, start - 1) && endsAt(text, start + words.length)
    if (isWhole && !reporting.test(words) && (words.length === clauseLength || equation.test(words)))
      found.push({ ...span(start, start + words.length), sign: 'clause' })
    const last = lastAnswering(text, all, at)
    const end = all[last]
    if (!end || last === at) continue
    found.push({ ...span(start, end.start + end.words.length), sign: 'parallel' })
    at = last
  }
  for (const { index, 0: words, 1: own = '' } of text.matchAll(object)) {
    const start = index + words.length - own.length
    if (!reporting.test(own)) found.push({ ...span(start, start + clauseLength), sign: 'object' })
  }
  return found
}

interface Clause {
  readonly start: number
  readonly words: string
}

/** The last of the parts that follow each other and answer each other. */
function lastAnswering(text: string, all: readonly Clause[], from: number): number {
  let at = from
  for (;;) {
    const [one, next] = [all[at], all[at + 1]]
    if (!one || !next) return at
    const between = text.slice(one.start + one.words.length, next.start)
    if ((between !== '、' && between !== '，') || !answer(one.words, next.words, between === '、' ? 1 : 2))
      return at
    at++
  }
}

/** Whether two parts are of one build: nearly as long, with characters in the same place from either end, or turned about. */
function answer(a: string, b: string, least: number): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < shortestPart || long.length > longestPart || long.length - short.length > 1) return false
  if (reporting.test(a) || reporting.test(b)) return false
  let [fromStart, fromEnd] = [0, 0]
  for (let at = 0; at < short.length; at++) {
    if (isTelling(short[at]) && short[at] === long[at]) fromStart++
    if (isTelling(short.at(-1 - at)) && short.at(-1 - at) === long.at(-1 - at)) fromEnd++
  }
  const same = Math.max(fromStart, fromEnd)
  const isTurned = short.length === long.length && [...short].sort().join('') === [...long].sort().join('')
  return isTurned || (same >= least && same < short.length - 1)
}

const isTelling = (sign: string | undefined) =>
  sign !== undefined && !/[一二两三四五六七八九十百千万年月日的省市县区个]/.test(sign)

const endsAt = (text: string, at: number) =>
  at < 0 || at >= text.length || /[，。、；：！？\n”]/.test(text.charAt(at))
