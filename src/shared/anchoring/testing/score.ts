import type { ContentHash } from '../../model/ids'
import { utf16 } from '../../model/span'
import { anchorAll } from '../anchor'
import { describe } from '../describe'
import type { AnchorQuery, AnchorResult } from '../types'
import { cut, gentle, Luck, placeNow, reword, shuffleParagraphs, type Traced, traced } from './mutate'
import { longText } from './texts'

/** How passages fared: of those that are still there, and of those that are gone. */
export interface Tally {
  there: number
  right: number
  wrong: number
  confirmRight: number
  confirmWrong: number
  orphaned: number
  gone: number
  goneConfirm: number
  goneOrphan: number
  gonePlaced: number
}

export const noTally = (): Tally => ({
  there: 0,
  right: 0,
  wrong: 0,
  confirmRight: 0,
  confirmWrong: 0,
  orphaned: 0,
  gone: 0,
  goneConfirm: 0,
  goneOrphan: 0,
  gonePlaced: 0
})

export interface Trial {
  readonly name: string
  /** The text as it was when the passages were marked. */
  readonly old: string
  readonly text: string
  readonly sought: readonly AnchorQuery[]
  /** Where each passage is now; null where it is gone. */
  readonly truth: readonly ({ start: number; end: number } | null)[]
  /** How far an end may be off: only where the letters at the ends themselves were changed. */
  readonly slack: number
  readonly kind: 'gentle' | 'reworded' | 'gone' | 'repeated'
}

/** Finds passages again in a text; `old` is the text that they were marked in, where the way of finding knows it. */
export type Matcher = (
  text: string,
  sought: readonly AnchorQuery[],
  old: string
) => readonly Pick<AnchorResult, 'status' | 'start' | 'end'>[]

export function score(
  trials: Iterable<Trial>,
  match: Matcher = (text, sought) => anchorAll(text, sought),
  onMiss?: (trial: Trial, index: number, found: Pick<AnchorResult, 'status' | 'start' | 'end'>) => void
): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const trial of trials) {
    const tally = tallies.get(trial.name) ?? noTally()
    tallies.set(trial.name, tally)
    for (const [index, found] of match(trial.text, trial.sought, trial.old).entries()) {
      const truth = trial.truth[index] ?? null
      const placed = found.status === 'exact' || found.status === 'fuzzy'
      if (truth === null) {
        tally.gone++
        if (placed) tally.gonePlaced++
        else if (found.status === 'confirm') tally.goneConfirm++
        else tally.goneOrphan++
        if (placed) onMiss?.(trial, index, found)
        continue
      }
      tally.there++
      const near = isNear(found, truth, trial.slack)
      if (placed && near) tally.right++
      else if (placed) tally.wrong++
      else if (found.status === 'orphan') tally.orphaned++
      else if (near) tally.confirmRight++
      else tally.confirmWrong++
      if (!(placed && near)) onMiss?.(trial, index, found)
    }
  }
  return tallies
}

/** Whether both ends lie where they should, but for so many characters. */
export function isNear(
  found: Pick<AnchorResult, 'start' | 'end'>,
  truth: { readonly start: number; readonly end: number },
  slack: number
): boolean {
  return Math.abs(found.start - truth.start) <= slack && Math.abs(found.end - truth.end) <= slack
}

const revision = 'f'.repeat(64) as ContentHash

function seek(text: string, start: number, end: number): AnchorQuery | null {
  return describe(text, { start: utf16(start), end: utf16(end) }, revision)
}

/** Passages as readers mark them: a few words, a sentence, several; at random places. */
export function passages(text: string, count: number, luck: Luck): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const chinese = /[\u4e00-\u9fff]/.test(text.slice(0, 200))
  for (let tries = 0; found.length < count && tries < count * 20; tries++) {
    const length = (chinese ? [4, 8, 16, 40, 120] : [12, 30, 70, 160, 400])[luck.below(5)] ?? 30
    let start = luck.below(Math.max(1, text.length - length - 2))
    let end = start + length
    if (!chinese) {
      while (start > 0 && /\S/.test(text.charAt(start - 1))) start--
      while (end < text.length && /\S/.test(text.charAt(end))) end++
    }
    if (text.slice(start, end).includes('\n') && length < 120) continue
    const own = seek(text, start, end)
    if (own && /[\p{L}\p{N}]{3}/u.test(own.exact)) found.push({ start: own.start, end: own.end })
  }
  return found
}

/** Those that do not overlap, nor touch each other's context. */
function apart(spans: readonly { start: number; end: number }[], distance: number) {
  const kept: { start: number; end: number }[] = []
  for (const each of [...spans].sort((a, b) => a.start - b.start))
    if ((kept.at(-1)?.end ?? -distance) + distance <= each.start) kept.push(each)
  return kept
}

function trial(
  name: string,
  kind: Trial['kind'],
  old: string,
  now: Traced,
  spans: readonly { start: number; end: number }[],
  slack: number,
  gone: (index: number) => boolean = () => false
): Trial {
  const sought = spans.map((each) => seek(old, each.start, each.end))
  const known = sought.flatMap((each, index) => (each ? [{ each, index }] : []))
  return {
    name,
    kind,
    old,
    text: now.text,
    sought: known.map(({ each }) => each),
    truth: known.map(({ each, index }) => (gone(index) ? null : placeNow(now, each.start, each.end))),
    slack
  }
}

/** Every kind of change, each to a fresh text. */
export function* trials(
  language: 'en' | 'zh',
  characters: number,
  count: number,
  seed: number
): Generator<Trial> {
  const luck = new Luck(seed)
  const fresh = () => longText(language, characters, luck)
  for (const [name, change] of Object.entries(gentle)) {
    if (language === 'en' && name === 'traditional') continue
    if (language === 'zh' && ['ligatures', 'decomposed accents', 'double spaces'].includes(name)) continue
    const old = fresh()
    const slack = /typos|OCR/.test(name) ? 3 : name === 'ligatures' ? 1 : 0
    yield trial(name, 'gentle', old, change(traced(old), luck), passages(old, count, luck), slack)
  }
  for (const remove of [true, false]) {
    const old = fresh()
    const spans = passages(old, count, luck).filter((each) => !old.slice(each.start, each.end).includes('\n'))
    const stay = (start: number, end: number) => spans.some((each) => each.start < end && each.end > start)
    const now = shuffleParagraphs(traced(old), luck, { remove, stay })
    yield trial(remove ? 'paragraphs taken out' : 'paragraphs moved', 'gentle', old, now, spans, 0)
  }
  for (const share of [0.2, 0.45]) {
    const old = fresh()
    const spans = apart(passages(old, count, luck), 120)
    let now = traced(old)
    for (const { start, end } of spans.toReversed()) {
      const [from, to] = sentenceAround(old, start, end)
      now = reword(now, from, to, share, luck)
    }
    yield trial(`sentence reworded by ${share * 100} %`, 'reworded', old, now, spans, 12)
  }
  {
    const old = fresh()
    const spans = apart(passages(old, count, luck), 60)
    let now = traced(old)
    for (const { start, end } of spans.toReversed()) now = cut(now, start, end)
    yield trial('passage deleted', 'gone', old, now, spans, 0, () => true)
  }
  yield* repeated(language, fresh(), count, luck)
}

/** A formula stands in many places; one copy is marked, and that very copy is deleted, or its surroundings are edited. */
function* repeated(language: 'en' | 'zh', base: string, count: number, luck: Luck): Generator<Trial> {
  const formulae =
    language === 'en'
      ? [
          'one visit at most',
          'the principle of steady progress',
          'one main and six pairs',
          'high-quality development'
        ]
      : ['最多跑一次', '稳中求进', '一主六双', '高质量发展']
  const lines = base.split('\n').map((line) => {
    if (luck.below(2) === 0) return line
    const stops = [...line.matchAll(language === 'en' ? / /g : /[，、。]/g)].map((each) => each.index + 1)
    if (stops.length === 0) return line
    const at = luck.pick(stops)
    return `${line.slice(0, at)}${luck.pick(formulae)}${language === 'en' ? ' ' : ''}${line.slice(at)}`
  })
  const old = lines.join('\n')
  const all = formulae.flatMap((formula) => {
    const found: { start: number; end: number }[] = []
    for (let at = old.indexOf(formula); at !== -1; at = old.indexOf(formula, at + 1))
      found.push({ start: at, end: at + formula.length })
    return found
  })
  const spans = apart(all, 160)
    .filter(() => luck.below(3) === 0)
    .slice(0, count)
  let deleted = traced(old)
  for (const { start, end } of spans.toReversed()) {
    const wide = luck.below(2) === 0
    deleted = cut(deleted, wide ? Math.max(0, start - 40) : start, wide ? end + 40 : end)
  }
  yield trial('repeated phrase, own copy deleted', 'gone', old, deleted, spans, 0, () => true)
  let edited = traced(old)
  for (const { start, end } of spans.toReversed()) {
    if (luck.below(2) === 0) edited = reword(edited, end, end + 30, 0.6, luck)
    else edited = reword(edited, Math.max(0, start - 30), start, 0.6, luck)
  }
  yield trial('repeated phrase, its context edited', 'repeated', old, edited, spans, 0)
}

function sentenceAround(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (from > 0 && !/[.。\n]/.test(text.charAt(from - 1)) && start - from < 200) from--
  while (to < text.length && !/[.。\n]/.test(text.charAt(to)) && to - end < 200) to++
  return [from, to]
}
