/** What may stand in a line or a page although XML 1.0 forbids it: it parts words. */
const parting = /[\v\f]/g
/** What XML 1.0 (5th edition, production 2) does not know: control characters, halves of characters, two noncharacters. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const lookedFor = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
/** xmlbuilder2 leaves an ampersand as it is wherever a semicolon follows; `&amp;` it leaves too. */
const ampersand = /&/g

/**
 * Words on their way into XML 1.0. What it forbids becomes U+FFFD, or a space where it parts words, so that offsets stay;
 * it is counted. A carriage return, which every parser would turn into a line feed, becomes one here.
 */
export class XmlWords {
  /** How many characters could not be carried. */
  replaced = 0

  /** Text, with lines as they are. */
  text(words: string): string {
    return this.allowed(words).replace(/\r\n?/g, '\n').replace(ampersand, '&amp;')
  }

  /** The value of an attribute: one line, for every parser makes spaces of line ends there. */
  attribute(words: string): string {
    return this.allowed(words)
      .replace(/[\t\n\r ]+/g, ' ')
      .replace(ampersand, '&amp;')
  }

  private allowed(words: string): string {
    if (!lookedFor.test(words)) return words
    const parted = words.replace(parting, () => {
      this.replaced++
      return ' '
    })
    return parted.replace(forbidden, () => {
      this.replaced++
      return '\uFFFD'
    })
  }
}
