import fc from 'fast-check'
import { parse, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { html, jsonInScript } from './markup'
import { attributeOf, elementsIn, textIn } from './testing/parsed'

/** What HTML can hold: no NUL, no half characters. */
const sayable = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''))

describe('what is put into HTML', () => {
  it('reads back as it was, between tags and in attributes', () => {
    fc.assert(
      fc.property(sayable, (text) => {
        const made = parseFragment(html`<p title="${text}">${text}</p>`.markup)
        const [paragraph] = elementsIn(made, 'p')
        expect(paragraph && textIn(paragraph)).toBe(text)
        expect(paragraph && attributeOf(paragraph, 'title')).toBe(text)
      })
    )
  })

  it('is replaced where HTML cannot hold it', () => {
    expect(html`${'a\0b\ud800c\udc00𠮷'}`.markup).toBe('a\uFFFDb\uFFFDc\uFFFD𠮷')
  })

  it('may be HTML, a list, a number or nothing', () => {
    expect(html`<b>${[html`<i>&amp;</i>`, '&', 3, null, undefined, false, ['<']]}</b>`.markup).toBe(
      '<b><i>&amp;</i>&amp;3&lt;</b>'
    )
  })

  it('as data reads back as it was, and does not end its element', () => {
    const own = fc.record({ text: fc.string({ unit: 'binary' }), list: fc.array(fc.string()) })
    fc.assert(
      fc.property(own, (data) => {
        const page = parse(`<script type="application/json">${jsonInScript(data)}</script><p>after</p>`)
        const [script] = elementsIn(page, 'script')
        expect(JSON.parse(script ? textIn(script) : '')).toEqual(data)
        expect(elementsIn(page, 'p')).toHaveLength(1)
      })
    )
    const ends = { text: '</script><!-- <script> ]]> \u2028 \u2029 \ud800' }
    expect(jsonInScript(ends).markup).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(jsonInScript(ends).markup)).toEqual(ends)
  })
})
