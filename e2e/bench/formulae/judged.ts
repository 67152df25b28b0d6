import type { Candidate } from '../../../src/shared/formulae/candidate'
import { proposedFrom } from '../../../src/shared/formulae/evidence'
import { gatherPool, placesOf } from '../../../src/shared/formulae/gather-pool'
import { phraseKey } from '../../../src/shared/formulae/phrase-key'
import {
  pooledOf,
  proposeRenderings,
  type RenderingProposal,
  settleRivals
} from '../../../src/shared/formulae/propose'
import { overlapOf } from '../../../src/shared/formulae/slot'
import { TokenFolder } from '../../../src/shared/formulae/tokens'
import { span } from '../../../src/shared/model/span'
import { type GoldFormula, gold, lexicon, slotsOf, texts } from './sample'

/**
 * What may be asked: `source` the Chinese versions, linked; `versions` English alone, versions of a work linked; `alone` English
 * texts that nothing links. In the latter two one rendering of each formula is known, the others are looked for.
 */
export type Setting = 'source' | 'versions' | 'alone'

export interface Judged {
  readonly formula: GoldFormula
  readonly proposals: readonly (RenderingProposal & { readonly right: boolean })[]
  /** Wordings of the gold that nothing at the default threshold tells. */
  readonly missed: readonly { readonly file: string; readonly words: string }[]
}

const folder = new TokenFolder()
const pooled = texts.flatMap(({ text, chinese }, document) =>
  chinese ? [] : [{ document, text, row: folder.tokens(text) }]
)

/** Renderings proposed for each formula of the gold, judged by it. */
export function judged(candidates: readonly Candidate[], setting: Setting): Judged[] {
  const english = candidates.filter(({ script }) => script === 'en').map(pooledOf)
  const quotedKeys = new Set(english.filter(({ quoted }) => quoted).map(({ key }) => key))
  const all = gold.map((formula) => {
    const rendered = Object.entries(formula.in).filter(([file]) => !file.includes('source'))
    const known = setting === 'source' ? [] : [rendered[0]?.[1][0] ?? '']
    const keys = new Set(known.map(phraseKey))
    const heads = english.filter(({ key }) => keys.has(key)).map(({ head }) => head)
    const slots =
      setting === 'source'
        ? slotsOf([formula.form], ({ chinese }) => chinese)
        : setting === 'versions'
          ? slotsOf(known, ({ chinese }) => !chinese)
          : []
    const task = {
      ...{ forms: [formula.form], known, registered: [], slots },
      pool: [...english, ...gatherPool(pooled, { forms: [formula.form], known }, folder, lexicon)],
      heads: heads.filter(Boolean),
      stands: placesOf(pooled, known, folder),
      quoted: [...keys].some((key) => quotedKeys.has(key)),
      decided: keys
    }
    return { formula, rendered, keys, proposals: proposeRenderings(task, lexicon) }
  })
  const settled = settleRivals(all.map(({ proposals }) => proposals))
  return all.map(({ formula, rendered, keys }, index) => {
    const proposals = (settled[index] ?? []).map((each) => ({ ...each, right: isRight(each, rendered) }))
    const shown = proposals.filter(({ probability }) => probability >= proposedFrom)
    const wanted = new Map<string, { file: string; words: string }>()
    for (const [file, own] of rendered)
      for (const words of own) if (!keys.has(phraseKey(words))) wanted.set(phraseKey(words), { file, words })
    const missed = [...wanted.values()].filter(
      ({ file, words }) => !shown.some((each) => isRight(each, [[file, [words]]]))
    )
    return { formula, proposals, missed }
  })
}

/** So many right, wrong and missed at the default threshold, for some formulae. */
export function counted(all: readonly Judged[]): { right: number; wrong: number; missed: number } {
  let [right, wrong, missed] = [0, 0, 0]
  for (const { proposals, missed: left } of all) {
    for (const each of proposals)
      if (each.probability >= proposedFrom) {
        if (each.right) right++
        else wrong++
      }
    missed += left.length
  }
  return { right, wrong, missed }
}

function isRight(
  { key, places }: RenderingProposal,
  rendered: readonly (readonly [string, readonly string[]])[]
): boolean {
  return rendered.some(([file, all]) =>
    all.some((words) => {
      if (phraseKey(words) === key) return true
      return places.some((place) => {
        const own = texts[place.document]
        const at = own?.file === file ? own.text.indexOf(words) : -1
        return at >= 0 && overlapOf(span(place.start, place.end), span(at, at + words.length)) >= 0.6
      })
    })
  )
}
