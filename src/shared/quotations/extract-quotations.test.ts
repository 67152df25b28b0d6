import { describe, expect, it } from 'vitest'
import { extractQuotations } from './extract-quotations'
import { givenCitation } from './given-citation'
import { type ManuscriptBlock, manuscriptText } from './manuscript'

const asBlock = (text: string): ManuscriptBlock => ({ kind: 'paragraph', text })

function extracted(...blocks: readonly (string | ManuscriptBlock)[]) {
  const manuscript = {
    name: '',
    blocks: blocks.map((each) => (typeof each === 'string' ? asBlock(each) : each))
  }
  const text = manuscriptText(manuscript)
  const { quotations, unpaired } = extractQuotations(manuscript)
  return {
    manuscript,
    quotations,
    said: quotations.map(({ start, end }) => text.slice(start, end)),
    unpaired
  }
}

describe('the quotations of a manuscript', () => {
  it.each([
    ['English', 'He said “one two” and ‘three’.', ['one two', 'three']],
    ['German', 'Er sagte „eins zwei“ und ‚drei‘, »vier« und ›fünf‹.', ['eins zwei', 'drei', 'vier', 'fünf']],
    ['French', 'Il a dit « un deux » et ‹ trois ›.', [' un deux ', ' trois ']],
    ['Swedish', 'Han sade ”ett två” och gick.', ['ett två']],
    ['Chinese', '他说“一二三”，又写《书》和「四五『六七』八」。', ['一二三', '四五『六七』八', '六七']],
    ['straight', `He said "one two" and 'three four', don't "five".`, ['one two', 'three four', 'five']],
    ['Chinese straight', '他说"走吧"。又说"不走"。', ['走吧', '不走']],
    ['full width', '他说＂走吧＂。', ['走吧']],
    ['no', 'Nothing is quoted here, it’s the dogs’ own.', []]
  ])('are told by %s marks', (_, text, expected) => {
    const { said, unpaired } = extracted(text)
    expect(said).toEqual(expected)
    expect(unpaired).toEqual([])
  })

  it.each([
    ['within a word', '“it’s one o’clock”', ['it’s one o’clock']],
    ['within single marks', '‘it’s the one that we’ve got’ here', ['it’s the one that we’ve got']],
    ['at the start of a word', "In the '90s, 'tis said, rock 'n' roll", []],
    ['of a plural before a double mark', 'the dogs’ bones “one two”', ['one two']]
  ])('are not ended by an apostrophe %s', (_, text, expected) => {
    expect(extracted(text).said).toEqual(expected)
  })

  it('may end at a later mark where the first is a plural’s apostrophe', () => {
    const { quotations, said, manuscript } = extracted('He said ‘the dogs’ bones were old’ and left.')
    expect(said).toEqual(['the dogs'])
    expect(manuscriptText(manuscript).slice(quotations[0]?.start, quotations[0]?.otherEnd ?? 0)).toBe(
      'the dogs’ bones were old'
    )
  })

  it('nest, the outer one first', () => {
    expect(extracted('“He said ‘one “two” three’ and left”').said).toEqual([
      'He said ‘one “two” three’ and left',
      'one “two” three',
      'two'
    ])
  })

  it('go on over paragraphs that begin with their mark again, or close it first', () => {
    expect(extracted('“One two.', '“Three four.”', 'No “more” here.').said).toEqual([
      'One two.\n“Three four.',
      'more'
    ])
    expect(extracted('「一二三。', '四五六。」他说。').said).toEqual(['一二三。\n四五六。'])
    const { said, unpaired } = extracted('He said “one two.', 'Then “three four” came.')
    expect([said, unpaired]).toEqual([['three four'], [8]])
  })

  it('leave marks without a partner alone, wherever they are', () => {
    const { said, unpaired } = extracted('A “ b “one two” c.', 'Another line.', '5" wide.', '"')
    expect(said).toEqual(['one two'])
    expect(unpaired).toHaveLength(3)
    expect(extracted('An end” there, too.').unpaired).toEqual([6])
  })

  it('are blocks set apart as well, without the citation at their end', () => {
    const quotation = (text: string): ManuscriptBlock => ({ kind: 'quotation', text })
    const { said, quotations } = extracted(
      'Before.',
      quotation('One two.'),
      quotation('Three. (Clerk 2018, 45)'),
      'After.'
    )
    expect(said).toEqual(['One two.\nThree.'])
    expect(quotations[0]).toMatchObject({ kind: 'block' })
    expect(extracted(quotation('“One two three.”')).quotations.map(({ kind }) => kind)).toEqual(['marks'])
  })

  it('are not made of books between two marks', () => {
    expect(extracted(`“${'word '.repeat(5000)}”`).said).toEqual([])
  })
})

describe('the citation given with a quotation', () => {
  const given = (...blocks: readonly (string | ManuscriptBlock)[]) => {
    const { manuscript, quotations } = extracted(...blocks)
    const [first] = quotations
    const found = first && givenCitation(manuscript, first)
    return (
      found && [found.pages?.from, found.pages?.to, found.paragraphs?.from, found.date ?? found.years.join()]
    )
  }
  const none = undefined

  it.each([
    ['(Clerk 2018, 45)', ['45', '45', none, '2018']],
    ['(Clerk, 2018: 45–47)', ['45', '47', none, '2018']],
    ['(Clerk 145–7).', ['145', '147', none, '']],
    ['(Clerk, 2018, pp. 3-4)', ['3', '4', none, '2018']],
    ['(ibid., p. xiv)', ['xiv', 'xiv', none, '']],
    ['(Clerk 2018, para. 3)', [none, none, '3', '2018']],
    ['（李四，2018年，第12页）', ['12', '12', none, '2018']],
    ['（2018年12月5日，第3段）', [none, none, '3', '2018-12-05']],
    ['(Gazette, 5 December 2018)', [none, none, none, '2018-12-05']],
    ['(Gazette 2018, https://example.org/2011/45, accessed 3 May 2026)', [none, none, none, '2018']],
    [' as Clerk holds (2018, p. 45).', ['45', '45', none, '2018']]
  ])('is read: %s', (citation, expected) => {
    expect(given(`“One two three” ${citation}`)).toEqual(expected)
  })

  it('is looked up in the note that is referred to', () => {
    const note = (text: string): ManuscriptBlock => ({ kind: 'note', text })
    expect(
      given(
        '“One two three,”[2] and more.',
        note('[1] Other, 9.'),
        note('[2] Clerk, Harbours (London, 2018), 45.')
      )
    ).toEqual(['45', '45', none, '2018'])
    expect(given('“One two three.”[^1]', note('[^1] Nothing'))).toBeNull()
  })

  it('is not that of the next sentence or quotation, nor brackets without a number', () => {
    expect(given('“One two three” (so he said). More (2018, 3).')).toBeNull()
    expect(given('“One two three” and “four” (2018, 3).')).toBeNull()
  })
})
