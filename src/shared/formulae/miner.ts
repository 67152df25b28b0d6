import { isChinese } from '../alignment/evidence/language'
import type { Span } from '../model/offsets'
import type { Candidate } from './candidate'
import { chineseSpans } from './chinese-spans'
import { emptyCharacters, functionWords } from './function-words'
import { keyOfTokens } from './phrase-key'
import { phraseSpans, reporting } from './phrase-spans'
import { type FoundAt, PhraseTally } from './phrase-tally'
import { RunCounter } from './run-counter'
import { hardBreak, TokenFolder } from './tokens'

/** A text to be mined; `parts` are its stretches outside boilerplate (UTF-16), in order. */
export interface MinedText {
  readonly document: number
  readonly text: string
  readonly language: string
  readonly parts: readonly Span[]
}

/** A run must stand so often at least: in a small corpus twice, in two texts; in a large one oftener. */
const leastCount = { small: 2, other: 3 } as const
const smallTokens = 300_000
const tokensAPiece = 4_000_000

/**
 * Finds the phrases of a corpus that look fixed. Each text is given twice: to `look`, when all texts have been looked at to
 * `gather`. A text that comes later is given to both at once.
 */
export class FormulaMiner {
  private readonly folder = new TokenFolder()
  private readonly edges: Int8Array[] = []
  private readonly english = new RunCounter([2, 6], (id) => this.isEdge(id, 'en'))
  private readonly chinese = new RunCounter([3, 8], (id) => this.isEdge(id, 'zh'))
  private readonly tally = new PhraseTally()
  private tokens = 0

  look({ text, language, parts }: MinedText): void {
    const counter = isChinese(language) ? this.chinese : this.english
    for (const part of parts) {
      const row = this.folder.tokens(text, part.start, part.end)
      this.tokens += row.length
      counter.estimate(row)
    }
  }

  gather({ document, text, language, parts }: MinedText): void {
    const chinese = isChinese(language)
    const counter = chinese ? this.chinese : this.english
    for (const part of parts) {
      const row = this.folder.tokens(text, part.start, part.end)
      const spans = chinese
        ? chineseSpans(text, part.start, part.end)
        : phraseSpans({ text, row, folder: this.folder }, part.start, part.end)
      this.tally.add({ document, text, row, folder: this.folder, chinese }, spans)
      counter.count(row, document, this.least)
    }
  }

  /** @param textOf reads a text again, for the words of a run that repeats; of all candidates the first `most` are made */
  candidates(textOf: (document: number) => string, most = Number.POSITIVE_INFINITY): Candidate[] {
    const runs: FoundAt[] = []
    for (const [counter, script] of [
      [this.english, 'en'],
      [this.chinese, 'zh']
    ] as const)
      for (const run of counter.repeated(this.least, (own) => this.isPhrase(own, script))) {
        const words = textOf(run.document).slice(run.start, run.end)
        if (script === 'en' ? /\s/.test(words) : !chineseSentence.test(words))
          runs.push({ ...run, words, script, key: keyOfTokens(words, this.namesOf(run.tokens)) })
      }
    return this.tally.candidates(runs, most)
  }

  private isPhrase(run: Int32Array, script: 'en' | 'zh'): boolean {
    return script === 'zh' || isPhrase(this.namesOf(run))
  }

  private namesOf(run: Int32Array): string[] {
    return Array.from(run, (id) => this.folder.name(id))
  }

  private get least(): number {
    const least = this.tokens < smallTokens ? leastCount.small : leastCount.other
    return Math.min(200, Math.max(least, Math.ceil(this.tokens / tokensAPiece)))
  }

  private isEdge(id: number, script: 'en' | 'zh'): boolean {
    const at = script === 'en' ? 0 : 1
    let known = this.edges[at]
    if (!known || known.length <= id) {
      const larger = new Int8Array(Math.max(1024, id * 2))
      if (known) larger.set(known)
      this.edges[at] = known = larger
    }
    const answer = known[id] ?? 0
    if (answer !== 0) return answer > 0
    const name = this.folder.name(id)
    const is =
      id !== hardBreak &&
      (script === 'en'
        ? /^[a-z#]/.test(name) && !functionWords.has(name)
        : /^\p{Script=Han}/u.test(name) && !emptyCharacters.has(name))
    known[id] = is ? 1 : -1
    return is
  }
}

/** A run over a comma or a mark, of figures alone, or of what is said about saying. */
const chineseSentence =
  /[，“”（）《》]|^[个項项名次年月日]|^[\p{N}一二两三四五六七八九十百千万亿]+[个年月日次]?$|会议|时间|发布|来源|记者|要求|指出|强调|召开|负责人/u

/** Not how bulletins report: a phrase of at least two words that name something. */
function isPhrase(tokens: readonly string[]): boolean {
  if (tokens.some((token) => reporting.has(token))) return false
  return tokens.filter((token) => !functionWords.has(token) && !token.startsWith('#')).length >= 2
}

/** The stretches of a text outside some of its blocks; those that follow each other are one. */
export function partsOutside(blocks: readonly Span[], furniture: ReadonlySet<number>): Span[] {
  const parts: Span[] = []
  let wasLeftOut = true
  for (const [index, block] of blocks.entries()) {
    const isLeftOut = furniture.has(index)
    const last = parts.at(-1)
    if (!isLeftOut && !wasLeftOut && last) parts[parts.length - 1] = { start: last.start, end: block.end }
    else if (!isLeftOut) parts.push({ start: block.start, end: block.end })
    wasLeftOut = isLeftOut
  }
  return parts
}
