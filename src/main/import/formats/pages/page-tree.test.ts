import { describe, expect, it } from 'vitest'
import { parseHtml } from './html'

const texts = (source: string) => parseHtml(source).blocks.map(({ text }) => text)

describe('a page that leaves tags out', () => {
  it.each([
    ['no html and no body', '<p>One.</p><p>Two.</p><h2>Three</h2>Four.'],
    ['a title and then paragraphs', '<!doctype html><title>T</title><p>One.<p>Two.<h2>Three</h2>Four.'],
    ['only words before the first tag', 'One.<p>Two.</p><h2>Three</h2>Four.'],
    [
      'an end of the body in the middle',
      '<html><body><p>One.</p></body></html><p>Two.</p><h2>Three</h2>Four.'
    ],
    ['two bodies', '<body><p>One.</p><body><p>Two.</p><h2>Three</h2>Four.'],
    ['text in a table that is in no cell', '<table><p>One.</p><p>Two.</p><h2>Three</h2>Four.</table>']
  ])('comes in whole: %s', (_, source) => {
    expect(texts(source)).toEqual(['One.', 'Two.', 'Three', 'Four.'])
  })

  it('closes tags that overlap as a browser does', () => {
    const [block] = parseHtml('<p>One <b>two <i>three</b> four</i> five.</p>').blocks
    expect(block?.text).toBe('One two three four five.')
    expect(block?.marks).toEqual([
      { kind: 'strong', start: 4, end: 13 },
      { kind: 'emphasis', start: 8, end: 18 }
    ])
  })

  it('is read as XHTML where it is that', () => {
    const page =
      '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY weir "the weir">]><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><p><a id="a"/>One&nbsp;&weir;<![CDATA[ a<b]]></p><p/><p>Two.</p></body></html>'
    expect(texts(page)).toEqual(['One the weir a<b', 'Two.'])
  })
})

describe('a page that is nested too deep', () => {
  it.each(['div', 'b', 'p', 'font size=1', 'ul><li'])(
    'keeps all its words, and is read at once: %s',
    (tag) => {
      const began = process.cpuUsage()
      const found = texts(`${`<${tag}>x `.repeat(20_000)}end`)
      expect(found.join(' ').match(/x/g)?.length).toBe(20_000)
      // In processor time, so that it says the same where others work too.
      const { user, system } = process.cpuUsage(began)
      expect((user + system) / 1000).toBeLessThan(8000)
    }
  )
})

describe('breaks in a paragraph', () => {
  it('a single one is the end of a line, two part paragraphs, three short lines are verse', () => {
    expect(
      texts(
        '<p>The office met<br>on Monday.</p><p>会议强调<br/>\n要抓紧。</p><p>One.<br><br/>\nTwo.</p><p>Grey the weir,<br>grey the gate,<br><i>late the hour.</i></p><div>A line.<br>'
      )
    ).toEqual([
      'The office met on Monday.',
      '会议强调要抓紧。',
      'One.',
      'Two.',
      'Grey the weir,',
      'grey the gate,',
      'late the hour.',
      'A line.'
    ])
  })
})
