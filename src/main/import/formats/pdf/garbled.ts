import iconv from 'iconv-lite'

/** Letters and signs of Western Europe beyond ASCII, as the bytes of Chinese come out where a font does not say what it holds. */
const western =
  /[\u0080-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2026\u2030\u2039\u203A\u20AC\u2122]/
const chinese = /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF5E“”‘’—…·\s\x20-\x7E]/u
/** So many pairs of signs make it sure that they are bytes of characters. */
const fewestPairs = 2

/**
 * Text of a font that names its signs by the bytes of GBK and has no map to say so: read as what it is. Null where it is
 * not that.
 */
export function asChinese(text: string): string | null {
  const signs = text.match(new RegExp(western, 'g'))?.length ?? 0
  if (signs < fewestPairs * 2 || signs < text.replace(/\s/g, '').length * 0.6) return null
  const decoded = iconv.decode(iconv.encode(text, 'windows-1252'), 'gb18030')
  const han = decoded.match(/\p{Script=Han}/gu)?.length ?? 0
  const isWhole = [...decoded].every((sign) => chinese.test(sign)) && !text.includes('?')
  return isWhole && han * 2 >= signs * 0.6 ? decoded : null
}

/** How many signs of a text cannot be what was printed: runs of such letters as no word has, and signs of private use. */
export function countGarbled(text: string): number {
  const privateUse = text.match(/[\uE000-\uF0B6\uF0B8-\uF8FF]/g)?.length ?? 0
  const words = text.match(/[^\s\p{Script=Han}]{3,}/gu) ?? []
  const odd = words.filter((word) => {
    const signs = word.match(new RegExp(western, 'g'))?.length ?? 0
    return signs >= 3 && signs > word.length * 0.7 && !/^[\u2013-\u2026"'.·—]+$/.test(word)
  })
  return privateUse + odd.reduce((sum, word) => sum + word.length, 0)
}
