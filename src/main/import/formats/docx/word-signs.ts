import { isSymbolFont, signIn, signsIn } from '../symbol-fonts'
import { attribute, childrenNamed, firstNamed, localName, named } from '../xml'

/**
 * Makes plain characters of what Word writes as elements: signs of symbol fonts, ticks of content controls, breaks and tabs
 * of rarer kinds, words that have their readings above them (without these). A sign that cannot be told becomes U+FFFD, so that it is counted.
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
          element.textContent = signsIn(font, element.textContent ?? '', { all: false })
          changed = true
        }
        break
      case 'ruby':
        become(element, textElement(document, wordsBelow(element)))
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

/** The words that stand below their readings. */
function wordsBelow(ruby: Element): string {
  const [base] = childrenNamed(ruby, 'rubyBase')
  return base
    ? named(base, 't')
        .map((each) => each.textContent ?? '')
        .join('')
    : ''
}

function signOf(element: Element): string {
  return signIn(attribute(element, 'font') ?? '', attribute(element, 'char') ?? '')
}

/** The symbol font that a run is set in; null where it is set in none. */
function fontOf(words: Element): string | null {
  const run = words.parentElement
  const fonts = run && firstNamed(run, 'rFonts')
  const font = fonts && (attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi'))
  return font && isSymbolFont(font) ? font : null
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
