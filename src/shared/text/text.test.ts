import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span, utf16 } from '../model/span'
import { blockSpans, canonicalText, indexAt, normaliseLineEnds } from './canonical'
import { backward, forward, navigableText, unitAt } from './caret-motion'
import { toCodePoints, toUtf16 } from './code-points'
import { findFolded, fold } from './fold'
import { sentences } from './sentences'
import { countWords, nextGrapheme, previousGrapheme, snapToGraphemes } from './words'

const anyText = fc.string({
  unit: fc.constantFrom('a', 'é', '中', '𝒳', '👩‍🌾', ' ', '.', '\n', 'e\u0301', '“')
})

function split(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end))
}

describe('sentences', () => {
  const examples: readonly (readonly [string, readonly string[]])[] = [
    ['It rained. It stopped.', ['It rained.', 'It stopped.']],
    ['Efforts matter.We will act.', ['Efforts matter.', 'We will act.']],
    ['It began in 2022.The plan holds.', ['It began in 2022.', 'The plan holds.']],
    ['On Dec. 3 the office (No. 10003975) met.', ['On Dec. 3 the office (No. 10003975) met.']],
    ['Output rose 3.5 percent. Prices fell.', ['Output rose 3.5 percent.', 'Prices fell.']],
    ['The U.S. side agreed. Mr. Li left.', ['The U.S. side agreed.', 'Mr. Li left.']],
    ['“Go!” he said. “When?” They left.', ['“Go!” he said.', '“When?”', 'They left.']],
    ['He said no. No one left.', ['He said no.', 'No one left.']],
    ['会议强调，要抓紧。各地要落实！谁负责？', ['会议强调，要抓紧。', '各地要落实！', '谁负责？']],
    ['他说：“一次也不用跑。”大家笑了。', ['他说：“一次也不用跑。”', '大家笑了。']],
    ['First; second; third.', ['First; second; third.']],
    ['A heading without a stop', ['A heading without a stop']],
    ['See node.js and e.g. this one.', ['See node.js and e.g. this one.']],
    ['1. Promote reform. 2. Build roads.', ['1. Promote reform.', '2. Build roads.']],
    ['It has 54. 5. Build roads.', ['It has 54.', '5. Build roads.']],
    [
      '（一）推进改革。（二）修建道路；（三）保护河流。',
      ['（一）推进改革。', '（二）修建道路；（三）保护河流。']
    ],
    ['一是推进改革；二是修建道路；三是保护河流。', ['一是推进改革；二是修建道路；三是保护河流。']],
    [
      'He agreed (see Annex 1). (The others left.) They met.',
      ['He agreed (see Annex 1).', '(The others left.)', 'They met.']
    ],
    ['the "Belt and Road".The province acts.', ['the "Belt and Road".', 'The province acts.']],
    ['What next?! Nobody knows... But we wait.', ['What next?!', 'Nobody knows...', 'But we wait.']],
    ['我们走了……后来呢？', ['我们走了……', '后来呢？']],
    ['（吉政发〔2018〕5号）印发。各地执行。', ['（吉政发〔2018〕5号）印发。', '各地执行。']],
    ['“明天再来。”门房说。他走了。', ['“明天再来。”门房说。', '他走了。']],
    ['"开船吗？"老船工问道，没人理他。', ['"开船吗？"老船工问道，没人理他。']],
    ['“开船！”岸上的人都笑了。', ['“开船！”', '岸上的人都笑了。']],
    ['他念了一段（共三句。），又坐下。', ['他念了一段（共三句。），又坐下。']],
    ['船坏了（修过两次！）还能开。', ['船坏了（修过两次！）还能开。']],
    ['船来了。（大家鼓掌。）船走了。', ['船来了。', '（大家鼓掌。）', '船走了。']],
    ['我等了很久……还是没人来。', ['我等了很久……还是没人来。']],
    ['“我想……”她说，“算了。”', ['“我想……”她说，“算了。”']],
    [
      'Moss et al. [1998] and Reed et al. (2001) agree.',
      ['Moss et al. [1998] and Reed et al. (2001) agree.']
    ],
    ['It is by Moss et al. The rest is lost.', ['It is by Moss et al.', 'The rest is lost.']],
    ['„Kommt die Fähre?“, rief er. „Ja.“ Er ging.', ['„Kommt die Fähre?“, rief er.', '„Ja.“', 'Er ging.']],
    ['»Kommt sie?«, rief er.', ['»Kommt sie?«, rief er.']],
    ['“Is it late?” Mr Moss asked. Nobody knew.', ['“Is it late?” Mr Moss asked.', 'Nobody knew.']],
    ['会议指出:要抓紧.各地要落实.', ['会议指出:要抓紧.', '各地要落实.']],
    [
      'Lin Z. M. met Gov. Li at 9 a.m. on Sept. 3. It ended.',
      ['Lin Z. M. met Gov. Li at 9 a.m. on Sept. 3.', 'It ended.']
    ],
    [
      'GDP grew 6.6%. Jilin’s grew 4.5%.Farming led.',
      ['GDP grew 6.6%.', 'Jilin’s grew 4.5%.', 'Farming led.']
    ],
    [
      'Visit www.example.org. Write to a.b@example.org. Thanks.',
      ['Visit www.example.org.', 'Write to a.b@example.org.', 'Thanks.']
    ]
  ]
  it.each(examples)('%s', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('leave out white space alone', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = raw.replaceAll('\n', ' ')
        const kept = split(text).join('').replace(/\s/g, '')
        expect(kept).toBe(text.replace(/\s/g, ''))
      })
    )
  })
})

describe('offsets', () => {
  it('go to code points and back', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, at) => {
        const points = [...text]
        const offset = utf16(points.slice(0, at).join('').length)
        expect(toCodePoints(text, offset)).toBe(Math.min(at, points.length))
        expect(toUtf16(text, toCodePoints(text, offset))).toBe(offset)
      })
    )
  })

  it('find the block they lie in', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyText.map((text) => text.replaceAll('\n', '')),
          { minLength: 1 }
        ),
        (texts) => {
          const blocks = texts.map((text) => ({ text }))
          const all = canonicalText(blocks)
          blockSpans(blocks).forEach((own, index) => {
            expect(all.slice(own.start, own.end)).toBe(texts[index])
            expect(indexAt(blockSpans(blocks), own.start)).toBe(index)
          })
        }
      )
    )
  })

  it('read every line end as LF and drop a byte-order mark', () => {
    expect(normaliseLineEnds('\uFEFFa\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })
})

describe('graphemes', () => {
  it('are never split by the ends of a passage', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
        const snapped = snapToGraphemes(text, span(start, end))
        expect(snapped.start).toBeLessThanOrEqual(start)
        expect(snapToGraphemes(text, snapped)).toEqual(snapped)
      })
    )
  })

  it('are walked one by one, there and back', () => {
    const text = 'a👩‍🌾e\u0301中'
    const stops = [0]
    while ((stops.at(-1) ?? 0) < text.length) stops.push(nextGrapheme(text, stops.at(-1) ?? 0))
    expect(stops).toHaveLength(5)
    for (let at = stops.length - 1; at > 0; at--)
      expect(previousGrapheme(text, stops[at] ?? 0)).toBe(stops[at - 1])
  })
})

describe('folding', () => {
  it('finds words whatever their case, width and quotation marks', () => {
    const text = 'The “Ｏｎｅ  Visit” reform'
    const [hit] = findFolded(fold(text), fold('"one visit"').text)
    expect(hit && text.slice(...hit)).toBe('“Ｏｎｅ  Visit”')
  })

  it('keeps a way back to every place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, origin } = fold(text)
        expect(origin).toHaveLength(folded.length + 1)
        expect(origin.at(-1)).toBe(text.length)
        for (let i = 1; i < origin.length; i++)
          expect(origin[i] ?? 0).toBeGreaterThanOrEqual(origin[i - 1] ?? 0)
      })
    )
  })
})

describe('moving about', () => {
  const walk = navigableText(
    [
      { kind: 'paragraph', number: 1, text: 'One two. Three four.' },
      { kind: 'paragraph', number: 2, text: '群众少跑腿。' }
    ],
    'en'
  )
  it('goes by word, sentence and block', () => {
    expect(forward(walk, 0, 'word')).toBe(3)
    expect(forward(walk, 0, 'sentence')).toBe(8)
    expect(forward(walk, 0, 'block')).toBe(21)
    expect(backward(walk, 20, 'word')).toBe(15)
    expect(backward(walk, 21, 'block')).toBe(0)
  })
  it('takes whole units, Chinese ones too', () => {
    expect(unitAt(walk, 10, 'sentence')).toEqual(span(9, 20))
    expect(unitAt(walk, 23, 'block')).toEqual(span(21, 27))
  })
  it('never stands still before the end', () => {
    for (const unit of ['character', 'word', 'sentence', 'block'] as const)
      for (let at = 0; at < walk.text.length; at++) expect(forward(walk, at, unit)).toBeGreaterThan(at)
  })
})

it('counts a Han character as a word', () => {
  expect(countWords('最多跑一次 in 2018, well-known')).toBe(8)
})
