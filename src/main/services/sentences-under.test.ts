import { describe, expect, it } from 'vitest'
import { span } from '../../shared/model/span'
import { joinedLinks, sentencesUnder } from './sentences-under'

describe('stored stretches of a text', () => {
  const sentences = [span(0, 10), span(11, 20), span(21, 30)]

  it.each([
    ['the sentences themselves', [span(11, 20)], [1]],
    ['parts of one', [span(11, 14), span(14, 20)], [1]],
    ['several at once', [span(0, 20)], [0, 1]],
    ['none', [], []]
  ])('are found as %s', (_, stretches, expected) => {
    expect(sentencesUnder(sentences, stretches)).toEqual(expected)
  })
})

describe('links of sentences that are cut otherwise now', () => {
  const link = (a: number[], b: number[], confidence = 0.9, origin: 'auto' | 'hand' = 'auto') => ({
    a,
    b,
    confidence,
    origin
  })

  it('that share a sentence are one, and lose none', () => {
    expect(joinedLinks([link([0], [0]), link([1], [1], 0.7, 'hand'), link([1], [2]), link([2], [])])).toEqual(
      [link([0], [0]), link([1], [1, 2], 0.7, 'hand'), link([2], [])]
    )
  })
})
