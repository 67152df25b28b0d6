import { beforeAll, expect, describe as group, it } from 'vitest'
import type { ContentHash } from '../model/ids'
import { utf16 } from '../model/span'
import { describe } from './describe'
import { reanchor } from './reanchor'
import { noTally, score, type Tally, trials } from './testing/score'

const revision = 'a'.repeat(64) as ContentHash

/** The status of the k-th place of a phrase in a changed text, with the words around where it is now. */
function followed(old: string, now: string, phrase: string, k = 0): string {
  let start = old.indexOf(phrase)
  for (let at = 0; at < k; at++) start = old.indexOf(phrase, start + 1)
  const query = describe(old, { start: utf16(start), end: utf16(start + phrase.length) }, revision)
  const [found] = query ? reanchor(old, now, [query]) : []
  if (!found) throw new Error('nothing to follow')
  return found.status === 'orphan'
    ? 'orphan'
    : `${found.status}: ${now.slice(Math.max(0, found.start - 8), found.start)}‹${now.slice(found.start, found.end)}›`
}

group('a phrase that stands in several places, where the old text is known', () => {
  const ferry = 'At the ferry the rule of one visit at most is kept by a clerk with a bell.'
  const market = 'In the market hall one visit at most is what the traders ask for, and rarely get.'
  const school = 'The school board found one visit at most too few for parents who work nights.'
  const old = [ferry, market, school].join('\n')

  it('is gone where its own copy is gone, whatever other copies say', () => {
    const now = [ferry, 'The market hall is closed for repairs.', school].join('\n')
    expect(followed(old, now, 'one visit at most', 1)).toBe('orphan')
  })

  it('goes with its paragraph, wherever that is moved', () => {
    const now = [market, school, ferry].join('\n')
    for (const k of [0, 1, 2]) {
      const words = ['rule of ', 'et hall ', 'd found '][k]
      expect(followed(old, now, 'one visit at most', k)).toBe(`exact: ${words}‹one visit at most›`)
    }
  })

  it('is found in its own sentence after that was edited, not in one that was left alone', () => {
    const now = [ferry, market.replace('is what the traders ask for', 'suits nobody there'), school].join(
      '\n'
    )
    expect(followed(old, now, 'one visit at most', 1)).toBe('exact: et hall ‹one visit at most›')
  })

  it('in Chinese too', () => {
    const lines = [
      '渡口的办事员摇铃，窗口实行最多跑一次。',
      '菜市场的摊主要的是最多跑一次，很少如愿。',
      '学校家长夜里上班，最多跑一次也嫌多。'
    ]
    const text = lines.join('\n')
    expect(followed(text, [lines[0], '菜市场停业整修。', lines[2]].join('\n'), '最多跑一次', 1)).toBe(
      'orphan'
    )
    expect(followed(text, [lines[2], lines[0], lines[1]].join('\n'), '最多跑一次', 1)).toBe(
      'exact: 市场的摊主要的是‹最多跑一次›'
    )
  })
})

group('passages in texts that were changed in every way we know, where the old text is known', () => {
  const there = noTally()
  const gone = noTally()
  beforeAll(() => {
    for (const language of ['en', 'zh'] as const)
      for (const [name, tally] of score(trials(language, 20_000, 80, 4711), (text, sought, old) =>
        reanchor(old, text, sought)
      )) {
        const to = name.includes('deleted') ? gone : name.includes('reworded') ? null : there
        if (to) for (const key of Object.keys(to) as (keyof Tally)[]) to[key] += tally[key]
      }
  }, 300_000)

  it('are right in at least 99.5 %, where they are still there', () => {
    expect(there.there).toBeGreaterThan(1500)
    expect(there.right / there.there).toBeGreaterThanOrEqual(0.995)
  })

  it('are silently placed in at most 0.5 %, and asked about in at most 25 %, where they are gone', () => {
    expect(gone.gone).toBeGreaterThan(100)
    expect(gone.gonePlaced / gone.gone).toBeLessThanOrEqual(0.005)
    expect(gone.goneConfirm / gone.gone).toBeLessThanOrEqual(0.25)
  })
})
