/** The colours of HTML 4 and a few more that programs write by name. */
const namedColours: Readonly<Record<string, string>> = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  cyan: '#00ffff',
  fuchsia: '#ff00ff',
  gold: '#ffd700',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lime: '#00ff00',
  magenta: '#ff00ff',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  teal: '#008080',
  violet: '#ee82ee',
  white: '#ffffff',
  yellow: '#ffff00'
}

/**
 * A colour as `#rrggbb`, from any of the ways that programs write one: three to eight hexadecimal digits (transparency
 * last, as in CSS), `rgb()` with numbers or percentages, `hsl()`, three numbers, a number, a name. Null for what is none.
 */
export function colourOf(value: string | null): string | null {
  const own = (value ?? '').trim().toLowerCase()
  const named = namedColours[own]
  if (named) return named
  const [, digits] = /^(?:#|0x)([0-9a-f]{3,8})$/.exec(own) ?? []
  if (digits) return ofDigits(digits)
  const [, kind = 'rgb', list] = /^(?:(rgb|hsl)a?\s*\()?([^()]+)\)?$/.exec(own) ?? []
  const parts = (list ?? '').split(/[\s,;/]+/).filter((part) => part !== '')
  if (parts.length === 1) return ofNumber(parts[0] ?? '')
  if (parts.length < 3 || parts.length > 4) return null
  return kind === 'hsl' ? ofHsl(parts) : ofRgb(parts)
}

function ofDigits(digits: string): string | null {
  if (digits.length === 6 || digits.length === 8) return `#${digits.slice(0, 6)}`
  if (digits.length > 4) return null
  return `#${Array.from(digits.slice(0, 3), (digit) => digit + digit).join('')}`
}

/** 0xRRGGBB as a decimal number; a negative one has full transparency bits before it. */
function ofNumber(value: string): string | null {
  if (!/^-?\d{2,10}$/.test(value)) return null
  const number = Number(value)
  if (number < -0x1000000 || number > 0xffffffff) return null
  return `#${(number & 0xffffff).toString(16).padStart(6, '0')}`
}

function ofRgb(parts: readonly string[]): string | null {
  const numbers = parts.slice(0, 3).map((part) => {
    if (!/^\d+(\.\d+)?%?$/.test(part)) return Number.NaN
    return part.endsWith('%') ? (Number.parseFloat(part) * 255) / 100 : Number(part)
  })
  return hex(numbers)
}

function ofHsl([hue = '', saturation = '', lightness = '']: readonly string[]): string | null {
  const h = Number.parseFloat(hue)
  const s = Number.parseFloat(saturation) / 100
  const l = Number.parseFloat(lightness) / 100
  const channel = (n: number) => {
    const k = (n + h / 30) % 12
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return hex([channel(0), channel(8), channel(4)])
}

function hex(numbers: readonly number[]): string | null {
  const rounded = numbers.map(Math.round)
  if (!rounded.every((each) => each >= 0 && each <= 255)) return null
  return `#${rounded.map((each) => each.toString(16).padStart(2, '0')).join('')}`
}
