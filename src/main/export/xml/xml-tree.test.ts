import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attribute, parseXml } from '../../import/formats/xml'
import { XmlDocument } from './xml-tree'

const words = fc
  .array(fc.constantFrom('&', ';', '#', 'x', '12', 'amp', 'lt', '<', '>', '"', "'", ']]>', ' ', '国', '𠮷'), {
    maxLength: 12
  })
  .map((parts) => parts.join(''))

it('words with any ampersands, references and brackets come back from a file as they were', () => {
  fc.assert(
    fc.property(words, words, (text, value) => {
      const document = new XmlDocument({ name: 'a' })
      document.root.add('b', { c: value }).text(text)
      const node = parseXml(document.end()).querySelector('b')
      expect(node?.textContent).toBe(text)
      expect(node && attribute(node, 'c')).toBe(value.replace(/ +/g, ' '))
    })
  )
})
