/** Cyrillic and Greek letters that look like Latin ones, and those, sign for sign. */
const lookalikes = 'АВЕКМНОРСТУХІЈЅЁаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν'
const latin = 'ABEKMHOPCTYXIJSËaeopcyxijsdhqwABEZHIKMNOPTYXoav'

const latinFor: ReadonlyMap<string, string> = new Map(
  Array.from(lookalikes, (sign, at) => [sign, latin.charAt(at)])
)

const others = /[\u0370-\u03ff\u0400-\u052f]/
const word = /[\p{L}\p{M}]+/gu

/**
 * A text in which words that mix Latin letters with others that only look like them have Latin ones throughout, as signs of
 * optical recognition or of disguise. Each letter stands for one letter: all offsets stay.
 */
export function unmixed(text: string): string {
  if (!others.test(text)) return text
  return text.replace(word, (own) =>
    others.test(own) && /\p{Script=Latin}/u.test(own)
      ? Array.from(own, (sign) => latinFor.get(sign) ?? sign).join('')
      : own
  )
}
