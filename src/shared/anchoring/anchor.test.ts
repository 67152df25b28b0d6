import { expect, describe as group, it } from 'vitest'
import type { ContentHash } from '../model/ids'
import { utf16 } from '../model/span'
import { anchorAll } from './anchor'
import { describe } from './describe'
import { reanchor } from './reanchor'
import { noTally, score, type Tally, trials } from './testing/score'
import type { AnchorQuery } from './types'

const revision = 'e'.repeat(64) as ContentHash

/** A text with its passage between angle quotes: `the ‹one visit› rule`. */
function marked(text: string): { text: string; sought: AnchorQuery } {
  const start = text.indexOf('‹')
  const end = text.indexOf('›') - 1
  const plain = text.replace('‹', '').replace('›', '')
  const sought = describe(plain, { start: utf16(start), end: utf16(end) }, revision)
  if (!sought) throw new Error('nothing marked')
  return { text: plain, sought }
}

/** Where a passage is found in a changed text, written the same way; or the status alone where it is not placed. */
function found(before: string, after: string): string {
  const { sought } = marked(before)
  const [answer] = anchorAll(after, [sought])
  if (!answer) throw new Error('no answer')
  const { status, start, end } = answer
  if (status === 'orphan') return 'orphan'
  return `${status}: ${after.slice(0, start)}‹${after.slice(start, end)}›${after.slice(end)}`
}

const before =
  'Each year in May ‹the “one visit” rule› is read out in every office of the port, and nobody laughs.'

group('a passage in a corrected text', () => {
  it.each([
    [
      'moves along when something is put in before it',
      'As it is the custom here, each year in May the “one visit” rule is read out in every office of the port, and nobody laughs.',
      'exact: As it is the custom here, each year in May ‹the “one visit” rule› is read out in every office of the port, and nobody laughs.'
    ],
    [
      'is the same with other quotation marks and broken lines',
      'Each year in May the "one\nvisit" rule is read out in every\noffice of the port, and nobody laughs.',
      'exact: Each year in May ‹the "one\nvisit" rule› is read out in every\noffice of the port, and nobody laughs.'
    ],
    [
      'is found with a typing error mended in it',
      'Each year in May the “one visitt” rule is read out in every office of the port, and nobody laughs.',
      'fuzzy: Each year in May ‹the “one visitt” rule› is read out in every office of the port, and nobody laughs.'
    ],
    [
      'is not looked for elsewhere when it was cut out',
      'Each year in May is read out in every office of the port, and nobody laughs.',
      'orphan'
    ],
    [
      'is asked about when only another copy is left',
      'Each year in May something is read out in every office. Under the “one visit” rule, nobody has to come twice.',
      'confirm: Each year in May something is read out in every office. Under ‹the “one visit” rule›, nobody has to come twice.'
    ]
  ])('%s', (_, after, expected) => {
    expect(found(before, after)).toBe(expected)
  })

  it('is found in Chinese though re-set in traditional characters, full width and broken lines', () => {
    expect(
      found(
        '全省推进“‹最多跑一次›”改革，办理时限压缩到3个工作日。',
        '全省推進「最多跑\n一次」改革，辦理時限壓縮到３個工作日。'
      )
    ).toBe('exact: 全省推進「‹最多跑\n一次›」改革，辦理時限壓縮到３個工作日。')
  })

  it('never begins or ends inside a grapheme', () => {
    const after = 'Cafe\u0301 owners hand in one form a year, 👩‍🌾 too, and are glad of it.'
    const { sought } = marked('‹Café owners› hand in one form a year, 👩‍🌾 too, and are glad of it.')
    const [answer] = anchorAll(after, [sought])
    expect(answer && after.slice(answer.start, answer.end)).toBe('Cafe\u0301 owners')
  })

  it.each([
    [
      'The quay was cleared.\nGang Four ‹found that the crates from the ferry had been opened on the way› and told the clerk.\nThe night was cold.',
      'The quay was cleared.\nGang Seven found that the crates from the ferry had been opened on the way and told the clerk.\nThe night was cold.'
    ],
    [
      '码头清理完毕。\n甲组‹发现渡船上的箱子半路被人打开过，当晚就报了上去›，大家都知道。\n夜里很冷。',
      '码头清理完毕。\n丙组发现渡船上的箱子半路被人打开过，当晚就报了上去，大家都知道。\n夜里很冷。'
    ]
  ])('is asked about where another word stands beside it: a neighbour may say the same', (old, now) => {
    expect(found(old, now)).toMatch(/^confirm/)
  })

  it('is the same where its lines were broken anew, also right beside it and before a closing quotation mark', () => {
    expect(
      found(
        '全县去年修了‹四座水渠和一座“泵站。”›到了今年还要再修两座。',
        '全县去年修\n了四座水渠和一座“泵站。\n”到了\n今年还要再修两座。'
      )
    ).toBe('exact: 全县去年修\n了‹四座水渠和一座“泵站。\n”›到了\n今年还要再修两座。')
  })

  it('does not take a mark with which the next paragraph begins', () => {
    expect(
      found(
        'The clerk said ‹“nobody has to come twice.”›\nThe rest was noise.',
        'The clerk said “nobody has to come twice.\n“The rest was noise.”'
      )
    ).toBe('exact: The clerk said ‹“nobody has to come twice.›\n“The rest was noise.”')
  })

  it('does not share its place with another: the one that fits less is asked about', () => {
    const line = (gang: string) =>
      `Gang ${gang} found the crates of the ferry opened on the way, and said so.`
    const text = `At six.\n${line('Four')}\n${line('Five')}\nIt was cold.`
    const sought = ['Four', 'Five'].map((gang) => {
      const start = text.indexOf('found', text.indexOf(gang))
      const own = describe(text, { start: utf16(start), end: utf16(start + 46) }, revision)
      if (!own) throw new Error('nothing there')
      return own
    })
    const now = `At six.\n${line('Five')}\nIt was cold.`
    expect(anchorAll(now, sought).map(({ status }) => status)).toEqual(['confirm', 'exact'])
  })

  it('keeps its place without being searched for, when only another place was changed', () => {
    const { text, sought } = marked(before)
    const twin = `${text}\n${text}`
    const second = describe(
      twin,
      { start: utf16(text.length + 1 + sought.start), end: utf16(text.length + 1 + sought.end) },
      revision
    )
    if (!second) throw new Error('no second')
    const corrected = twin.replace('nobody laughs', 'hardly anybody laughs')
    expect(reanchor(twin, corrected, [sought, second]).map(({ status, start }) => [status, start])).toEqual([
      ['exact', sought.start],
      ['exact', second.start + 8]
    ])
  })
})

/** A seed that the rules were not tuned on; `npm run bench` draws a new one each time, and takes longer texts. */
const seed = 2026

group('passages in texts that were changed in every way we know', () => {
  const there = noTally()
  const reworded = noTally()
  const gone = noTally()
  const add = (to: Tally, from: Tally) => {
    for (const key of Object.keys(to) as (keyof Tally)[]) to[key] += from[key]
  }

  it('are scored', () => {
    for (const [language, characters, count] of [
      ['en', 10_000, 60],
      ['zh', 10_000, 60],
      ['en', 100_000, 200],
      ['zh', 100_000, 200]
    ] as const)
      for (const [name, tally] of score(trials(language, characters, count, seed))) {
        if (name.includes('deleted')) add(gone, tally)
        else if (name.includes('20 %')) add(reworded, tally)
        else if (!name.includes('45 %')) add(there, tally)
      }
    console.log({ there, reworded, gone })
  }, 300_000)

  it('are right in at least 99 %, where they are still there', () => {
    expect(there.there).toBeGreaterThan(4000)
    expect(there.right / there.there).toBeGreaterThanOrEqual(0.99)
  })

  it('are silently wrong in at most 0.1 %', () => {
    expect((there.wrong + reworded.wrong) / (there.there + reworded.there)).toBeLessThanOrEqual(0.001)
  })

  it('are right or to be confirmed in at least 97 %, where a fifth of their words was replaced', () => {
    expect(
      (reworded.right + reworded.confirmRight + reworded.confirmWrong) / reworded.there
    ).toBeGreaterThanOrEqual(0.97)
  })

  it('are silently placed in at most 1 %, where they are gone', () => {
    expect(gone.gonePlaced / gone.gone).toBeLessThanOrEqual(0.01)
  })

  it('are never cut short or widened in silence, where paragraphs were put in or moved', () => {
    const paragraphs = [...trials('zh', 60_000, 120, 31)].filter(({ name }) => name.startsWith('paragraphs'))
    const tallies = score(paragraphs, (text, sought, old) => reanchor(old, text, sought))
    expect([...tallies.keys()].toSorted()).toEqual([
      'paragraphs moved',
      'paragraphs put in',
      'paragraphs taken out'
    ])
    expect([...tallies.values()].map(({ wrong }) => wrong)).toEqual([0, 0, 0])
  }, 60_000)
})
