const digits = '〇一二三四五六七八九'
const formalDigits = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
]
/** The largest number that is written in Roman figures or letters. */
const mostInLetters = 3999

/** A number as Word writes it in a format of lists (ECMA-376, ST_NumberFormat); in plain figures where it is not known here. */
export function numberAs(format: string, number: number): string {
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'upperRoman':
      return inRoman(number).toUpperCase()
    case 'lowerRoman':
      return inRoman(number)
    case 'upperLetter':
      return inLetters(number, 65)
    case 'lowerLetter':
      return inLetters(number, 97)
    case 'ordinal':
      return `${number}${ordinalEnding(number)}`
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return inChinese(number, digits, ['', '十', '百', '千'])
    case 'chineseLegalSimplified':
      return inChinese(number, formalDigits, ['', '拾', '佰', '仟'])
    case 'ideographTraditional':
      return stems[(number - 1) % 10] ?? String(number)
    case 'ideographZodiac':
      return branches[(number - 1) % 12] ?? String(number)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    default:
      return String(number)
  }
}

function inRoman(number: number): string {
  if (number < 1 || number > mostInLetters) return String(number)
  let [left, words] = [number, '']
  for (const [value, sign] of roman) for (; left >= value; left -= value) words += sign
  return words
}

/** a … z, then aa, bb, as Word goes on. */
function inLetters(number: number, first: number): string {
  if (number < 1 || number > mostInLetters) return String(number)
  return String.fromCharCode(first + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

function ordinalEnding(number: number): string {
  if (Math.floor(number / 10) % 10 === 1) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

/** Up to 9999; 10 to 19 without the one in front, as people write them. */
function inChinese(number: number, own: string, places: readonly string[]): string {
  if (number < 1 || number > 9999) return String(number)
  const figures = String(number)
  let words = ''
  for (const [at, figure] of [...figures].entries()) {
    const place = figures.length - 1 - at
    if (figure !== '0') words += (own[Number(figure)] ?? '') + (places[place] ?? '')
    else if (!words.endsWith('零') && /[1-9]/.test(figures.slice(at))) words += '零'
  }
  return number < 20 && number >= 10 && own === digits ? words.slice(1) : words
}
