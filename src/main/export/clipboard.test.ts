import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { excerptsForClipboard } from './clipboard'
import { chinese, english, sampleExcerpt, sampleReferences } from './testing/sample-models'

describe('excerpts on the clipboard', () => {
  const excerpts = [
    sampleExcerpt(english, 'waits <an hour>'),
    sampleExcerpt(chinese, '没有人问为什么', { before: '', after: '' })
  ]

  it('are quotations with their citations, styled and plain', () => {
    const { html, text } = excerptsForClipboard(excerpts, sampleReferences, 'notes')
    const { document } = parseHTML(`<html><body>${html}</body></html>`)
    const quotations = [...document.querySelectorAll('blockquote')]
    expect(quotations.map((each) => each.textContent)).toEqual([
      'Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.',
      '没有人问为什么'
    ])
    expect(quotations.map((each) => each.getAttribute('lang'))).toEqual(['en', 'zh'])
    expect([...document.querySelectorAll('mark')].map((each) => each.textContent)).toEqual([
      'waits <an hour>'
    ])
    expect(document.querySelector('i')?.textContent).toBe('The Harbour Office Opens')
    expect(text.split('\n\n')).toEqual([
      'Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.\nClerk, The Harbour Office Opens, ¶ 1.',
      '没有人问为什么\nClerk, The Harbour Office Opens, ¶ 1.'
    ])
  })

  it('go without a citation where none is wanted', () => {
    const { html, text } = excerptsForClipboard(excerpts.slice(1), sampleReferences, 'none')
    expect(html).toBe('<blockquote lang="zh" dir="auto"><p>没有人问为什么</p></blockquote>')
    expect(text).toBe('没有人问为什么')
  })
})
