import { hex } from 'dingbat-to-unicode'
import { attribute, childrenNamed, firstNamed, localName, named } from '../xml'

const symbolFont = /^(symbol|wingdings( [23])?|webdings)$/i
/** Signs that few fonts have, and those that say the same and that everybody knows. */
const familiar: Readonly<Record<string, string>> = {
  '\u{1F78E}': '◻',
  '\u{1F78F}': '□',
  '\u{1F5F9}': '☑',
  '\u{1F5F7}': '☒',
  '\u{1F5F5}': '☒'
}

/**
 * Makes plain characters of what Word writes as elements: signs of symbol fonts, ticks of content controls, breaks and tabs
 * of rarer kinds. A sign that cannot be told becomes U+FFFD, so that it is counted.
 *
 * @returns whether anything was changed
 */
export function writeSigns(document: Document): boolean {
  let changed = false
  const become = (element: Element, words: Element) => {
    element.replaceWith(words)
    changed = true
  }
  for (const element of Array.from(document.querySelectorAll('*'))) {
    switch (localName(element)) {
      case 'sym':
        become(element, textElement(document, signOf(element)))
        break
      case 'cr':
        become(element, document.createElement('w:br'))
        break
      case 'ptab':
        become(element, document.createElement('w:tab'))
        break
      case 't':
        if (/[\uF020-\uF0FF]/.test(element.textContent ?? '')) {
          const font = fontOf(element)
          if (font === null) break
          element.textContent = (element.textContent ?? '').replace(/[\uF020-\uF0FF]/g, (sign) =>
            told(font, sign.charCodeAt(0).toString(16))
          )
          changed = true
        }
        break
      case 'sdt':
        if (writeTick(document, element)) changed = true
    }
  }
  return changed
}

function textElement(document: Document, words: string): Element {
  const element = document.createElement('w:t')
  element.setAttribute('xml:space', 'preserve')
  element.textContent = words
  return element
}

function signOf(element: Element): string {
  return told(attribute(element, 'font') ?? '', attribute(element, 'char') ?? '')
}

function told(font: string, code: string): string {
  const plain = code.replace(/^f0(?=..$)/i, '').toUpperCase()
  const sign = symbolFont.test(font) ? hex(font, plain)?.string : undefined
  if (sign) return familiar[sign] ?? sign
  const number = Number.parseInt(code, 16)
  const isPrivate = !(number >= 0x20) || (number >= 0xe000 && number <= 0xf8ff) || number > 0xffff
  return isPrivate ? '\uFFFD' : String.fromCharCode(number)
}

/** The symbol font that a run is set in; null where it is set in none. */
function fontOf(words: Element): string | null {
  const run = words.parentElement
  const fonts = run && firstNamed(run, 'rFonts')
  const font = fonts && (attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi'))
  return font && symbolFont.test(font) ? font : null
}

/** A box to be ticked, as the sign that it shows. */
function writeTick(document: Document, control: Element): boolean {
  const [properties] = childrenNamed(control, 'sdtPr')
  const [box] = properties ? childrenNamed(properties, 'checkbox') : []
  const [content] = childrenNamed(control, 'sdtContent')
  if (!box || !content) return false
  const [checked] = childrenNamed(box, 'checked')
  const value = checked ? (attribute(checked, 'val') ?? '1') : '0'
  const sign = /^(1|true|on)$/i.test(value) ? '☑' : '☐'
  const [first, ...rest] = named(content, 't')
  if (first) first.textContent = sign
  else {
    const run = document.createElement('w:r')
    run.append(textElement(document, sign))
    content.append(run)
  }
  for (const each of rest) each.remove()
  box.remove()
  return true
}
