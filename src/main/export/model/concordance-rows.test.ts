import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../shared/model/ids'
import { span } from '../../../shared/model/span'
import type { ConcordanceRow } from '../format'
import { aroundSaid, besideHit } from './concordance-rows'

const document = 'd1' as DocumentId
const row: ConcordanceRow = {
  ...{ line: 1, group: '', document, start: 4, end: 8, paragraph: 1, themes: [], answers: [] },
  ...{ left: 'The ', hit: 'snow', right: ' fell.' }
}

describe('a line that is written', () => {
  it('goes on to the left of the hit where it is read from right to left', () => {
    expect(besideHit(row)).toEqual(['The ', ' fell.'])
    const hebrew = { ...row, left: 'אמר ', hit: 'שלום', right: ' לך' }
    expect(besideHit(hebrew)).toEqual([' לך', 'אמר '])
  })

  it('marks the words that answer where they answer, also where they stand twice', () => {
    const text = 'snow on snow'
    expect(aroundSaid({ document, text, said: span(8, 12) })).toEqual(['snow on ', 'snow', ''])
    expect(aroundSaid({ document, text, said: null })).toEqual([text, '', ''])
  })
})
