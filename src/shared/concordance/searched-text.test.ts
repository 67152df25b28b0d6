import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../model/text-content'
import { SearchedText } from './searched-text'

const prose = fc
  .array(
    fc.constantFrom('One visit is enough.', '最多跑一次。', 'No. 5 ', 'is it? ', ' ', '…', 'U.S. grain'),
    {
      maxLength: 6
    }
  )
  .map((parts) => parts.join(' '))
const blocks = fc
  .array(prose, { maxLength: 5 })
  .map((texts) => texts.map((text, at): Block => ({ kind: 'paragraph', number: at + 1, text })))

describe('the sentences of a searched text', () => {
  it('are the same whether one paragraph is looked into or all are cut', () => {
    fc.assert(
      fc.property(blocks, fc.nat(4), (made, first) => {
        const one = SearchedText.of(made)
        const all = SearchedText.of(made)
        if (first < made.length) all.sentencesOf(first)
        all.cutAll()
        for (let at = 0; at <= made.length; at++) expect(all.sentencesOf(at)).toEqual(one.sentencesOf(at))
      })
    )
  })

  it('hold every sign but the spaces between them', () => {
    fc.assert(
      fc.property(blocks, (made) => {
        const target = SearchedText.of(made)
        target.cutAll()
        const said = made.map((_, at) =>
          target
            .sentencesOf(at)
            .map(({ start, end }) => target.text.slice(start, end))
            .join('')
        )
        const signs = (text: string) => text.replaceAll(/\s/g, '')
        expect(said.map(signs)).toEqual(made.map(({ text }) => signs(text)))
      })
    )
  })
})
