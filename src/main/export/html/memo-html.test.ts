import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoHtml, parsedMemoHtml } from './memo-html'

const parts = fc.constantFrom(
  ...'a b1 2.3) . : , ? ! - – — \' " ( ) / % 字 。 ， é e\u0301 \n'.split(' '),
  ' ',
  '  ',
  '\n\n',
  '\n- ',
  '\n1. ',
  '\n    ',
  '\n---\n'
)

describe('a memo', () => {
  it('without marks of Markdown is the same page, parsed or not', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (list) => {
        const memo = list.join('')
        expect(memoHtml(memo).markup).toBe(parsedMemoHtml(memo).markup)
      }),
      { numRuns: 3000 }
    )
  })

  it('leads where it links to, if that is on the page', () => {
    const memo = 'See [[passage:d1/a1|the office]] and [[theme:t1|Time]]'
    expect(memoHtml(memo, (target) => (target.kind === 'passage' ? `#m-${target.id}` : null)).markup).toBe(
      '<div class="memo"><p>See <a href="#m-a1">the office</a> and <em>Time</em></p></div>'
    )
  })

  it('keeps signs of private use that stand for nothing', () => {
    expect(memoHtml('*a* \uE0007\uE001').markup).toBe(
      '<div class="memo"><p><em>a</em> \uE0007\uE001</p></div>'
    )
  })
})
