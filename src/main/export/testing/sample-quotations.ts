import type { DocumentId } from '../../../shared/model/ids'
import type { CheckedQuotation, QuotedPlace } from '../../../shared/quotations/quotation-report'
import { hash } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import type { QuotationsModel } from '../format'
import { exportWords } from '../words'
import { samplePage, sampleReferences, sampleText } from './sample-models'

const manuscript =
  'The report says “Forms *are* handed in once” (p. iv). It adds “Nobody waits <a day> & nobody asks why”. And “ferries = late”.'

/** A quotation by its words in the manuscript. */
function quotation(words: string, facts: Partial<CheckedQuotation>): CheckedQuotation {
  const start = manuscript.indexOf(words)
  const end = start + words.length
  return {
    kind: 'marks',
    start,
    end,
    outerStart: start - 1,
    outerEnd: end + 1,
    status: 'not-found',
    places: [],
    total: 0,
    given: null,
    ...facts
  }
}

/** A report on three quotations: one as it stands, with a wrong page; one altered; one that is nowhere. */
export function sampleQuotations(): QuotationsModel {
  const document = 'd1' as DocumentId
  const text = canonicalText(sampleText(document).blocks)
  const place = (words: string, facts: Partial<QuotedPlace>): QuotedPlace => {
    const start = text.indexOf(words)
    return {
      document,
      revision: hash,
      start,
      end: start + words.length,
      text: words,
      differences: [],
      typographic: [],
      honoured: [],
      likeness: 1,
      locator: {
        page: { from: 'iii', to: 'iii' },
        sheet: null,
        time: null,
        paragraph: { from: 1, to: 1 },
        sentence: null,
        begins: null
      },
      earlier: null,
      cited: [{ text: '(Clerk, 2019, p. iii)' }],
      verdicts: [],
      ...facts
    }
  }
  const altered = quotation('Nobody waits <a day> & nobody asks why', { status: 'altered', total: 1 })
  const own = manuscript.indexOf('a day')
  const other = text.indexOf('an hour')
  return {
    ...sampleReferences,
    page: { ...samplePage, title: 'Quotations' },
    words: exportWords('en'),
    language: 'en',
    contents: { text: async () => sampleText(document), original: async () => null },
    report: {
      name: 'chapter.md',
      text: manuscript,
      kinds: ['paragraph'],
      quotations: [
        quotation('Forms *are* handed in once', {
          status: 'exact',
          total: 1,
          places: [
            place('Forms *are* handed in once', {
              verdicts: [{ about: 'page', verdict: 'wrong', given: 'iv', known: 'iii' }]
            })
          ],
          given: {
            text: '(p. iv)',
            start: manuscript.indexOf('(p. iv)'),
            end: manuscript.indexOf('(p. iv)') + 7,
            pages: { from: 'iv', to: 'iv' },
            paragraphs: null,
            years: [],
            date: null
          }
        }),
        {
          ...altered,
          places: [
            place('Nobody waits <an hour> & nobody asks why', {
              likeness: 0.9,
              differences: [
                {
                  kind: 'altered',
                  own: { start: own, end: own + 5 },
                  other: { start: other, end: other + 7 }
                }
              ]
            })
          ]
        },
        quotation('ferries = late', {})
      ],
      unpaired: [],
      texts: 2,
      unread: [],
      change: 12,
      style: 'apa'
    }
  }
}
