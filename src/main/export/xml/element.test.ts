import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, parseXml } from '../../import/formats/xml'
import { element, joined, openElement, signsUnknownToXml, textNode, xmlDeclaration } from './element'

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...'&<>"\'\n\t\r]]>'), fc.string({ unit: 'binary' }))
})

/** What a reader gets: signs that XML does not know are replaced. */
const carried = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')

describe('XML that is written at once', () => {
  it('says in elements and attributes what was put in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = joined([xmlDeclaration, element('a', { b: text }, textNode(`.${text}.`))])
        const read = parseXml(source).documentElement
        expect(attribute(read, 'b')).toBe(carried(text))
        expect(read.textContent).toBe(`.${carried(text)}.`)
      })
    )
  })

  it('keeps the end of a CDATA section from being one', () => {
    expect(textNode(']]>')).toBe(']]&gt;')
  })

  it('counts what it cannot carry', () => {
    expect(signsUnknownToXml('a\u0001b\ud800c\ufffe')).toBe(3)
    expect(signsUnknownToXml('𠮷 \u202e <&>\n')).toBe(0)
  })

  it('opens an element whose content follows', () => {
    expect(openElement('a', { b: 1, c: undefined })).toEqual({ start: '<a b="1">', end: '</a>' })
    expect(element('a', {})).toBe('<a/>')
  })
})
