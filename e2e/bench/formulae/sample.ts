import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexiconText } from '../../../scripts/lib/chinese-lexicon.mjs'
import { align } from '../../../src/shared/alignment/align'
import { ChineseLexicon } from '../../../src/shared/alignment/lexicon'
import type { Candidate } from '../../../src/shared/formulae/candidate'
import { FormulaMatcher } from '../../../src/shared/formulae/matcher'
import { FormulaMiner } from '../../../src/shared/formulae/miner'
import type { PlacedSlot } from '../../../src/shared/formulae/propose'
import { overlapOf } from '../../../src/shared/formulae/slot'
import type { FormulaId } from '../../../src/shared/model/ids'
import type { Span } from '../../../src/shared/model/offsets'
import { span } from '../../../src/shared/model/span'
import { sentences } from '../../../src/shared/text/sentences'

/** The sample corpus as formulae are measured on it: its texts, what they say where, and the gold. */
export interface GoldFormula {
  readonly form: string
  /** By file: how it is worded there. */
  readonly in: Readonly<Record<string, readonly string[]>>
}

export interface SampleText {
  readonly file: string
  readonly work: string
  readonly chinese: boolean
  readonly text: string
  readonly sentences: readonly Span[]
}

type Manifest = { works: { id: string; versions: { file: string; language: string }[] }[] }

const corpus = process.env.VARIORUM_CORPUS ?? join(import.meta.dirname, '..', '..', '..', 'corpus')
export const corpusFile = (name: string) => join(corpus, name)
const read = (name: string) => readFileSync(corpusFile(name), 'utf8')

export const gold: readonly GoldFormula[] = JSON.parse(read('formulae-gold.json')).formulae
export const lexicon = new ChineseLexicon(lexiconText())

export const texts: readonly SampleText[] = (JSON.parse(read('manifest.json')) as Manifest).works.flatMap(
  ({ id, versions }) =>
    versions.map(({ file, language }) => {
      const text = read(file)
        .replace(/<style[\s\S]*?<\/style>/g, '')
        .replace(/<[^>]+>/g, '')
      return { file, work: id, chinese: language === 'zh', text, sentences: sentencesOf(text) }
    })
)

function sentencesOf(text: string): Span[] {
  let at = 0
  return text.split('\n').flatMap((line) => {
    const own = sentences(line, at)
    at += line.length + 1
    return own
  })
}

/** The candidates of some texts, the likeliest first; `add` mines one text more and lists anew. */
export function minedIn(all: readonly { text: string; language: string }[]) {
  const miner = new FormulaMiner()
  const given = all.map(({ text, language }, document) => ({
    ...{ document, text, language, parts: [span(0, text.length)] }
  }))
  for (const each of given) miner.look(each)
  for (const each of given) miner.gather(each)
  const texts = all.map(({ text }) => text)
  const list = () => miner.candidates((document) => texts[document] ?? '')
  const add = ({ text, language }: { text: string; language: string }): Candidate[] => {
    const own = { document: texts.push(text) - 1, text, language, parts: [span(0, text.length)] }
    miner.look(own)
    miner.gather(own)
    return list()
  }
  return { candidates: list(), add }
}

const linked = new Map<string, ReturnType<typeof align>>()

function linksOf(one: SampleText, other: SampleText): ReturnType<typeof align> {
  const key = `${one.file} ${other.file}`
  const known = linked.get(key)
  if (known) return known
  const said = (own: SampleText) => own.sentences.map(({ start, end }) => own.text.slice(start, end))
  const languages = { languageA: one.chinese ? 'zh' : 'en', languageB: other.chinese ? 'zh' : 'en' }
  const links = align(said(one), said(other), languages, lexicon)
  linked.set(key, links)
  return links
}

/** The sentences of other English versions that are linked to those in which some words stand. */
export function slotsOf(words: readonly string[], from: (text: SampleText) => boolean): PlacedSlot[] {
  const matcher = new FormulaMatcher(
    words.map((each) => ({ formula: 'f' as FormulaId, rendering: null, words: each }))
  )
  const stands = new Map(texts.map((text) => [text, matcher.find(text.text)]))
  return texts.filter(from).flatMap((source) =>
    (stands.get(source) ?? []).flatMap((match) =>
      texts.flatMap((other, document): PlacedSlot[] => {
        if (other.work !== source.work || other === source || other.chinese) return []
        const link = linksOf(source, other).find(
          ({ a, b }) =>
            b.length > 0 &&
            a.some((at) => overlapOf(source.sentences[at] ?? span(0, 0), span(match.start, match.end)) > 0)
        )
        if (!link) return []
        const [a, b] = [hull(source, link.a), hull(other, link.b)]
        const isThere = (stands.get(other) ?? []).some(({ start, end }) => start >= b.start && end <= b.end)
        if (isThere || match.start < a.start || match.end > a.end) return []
        return [
          {
            a: source.text.slice(a.start, a.end),
            languageA: source.chinese ? 'zh' : 'en',
            at: span(match.start - a.start, match.end - a.start),
            b: other.text.slice(b.start, b.end),
            languageB: 'en',
            confidence: link.confidence,
            document,
            start: b.start
          }
        ]
      })
    )
  )
}

function hull({ sentences: all }: SampleText, indices: readonly number[]): Span {
  const own = indices.flatMap((at) => all[at] ?? [])
  return span(Math.min(...own.map(({ start }) => start)), Math.max(...own.map(({ end }) => end)))
}
