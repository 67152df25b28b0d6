import { simplifiedOf } from '../anchoring/simplified'
import { alikeSigns } from '../text/fold'
import type { Sameness } from './settings'

/** What folding needs to know of the switches; `inflection`, `emphasis` and the rest are the matcher's. */
export type FoldSwitches = Pick<
  Sameness,
  'case' | 'accents' | 'width' | 'quotes' | 'invisible' | 'chinese' | 'sharpS' | 'lineBreaks'
> & { readonly hyphens: boolean }

export function foldSwitches(same: Sameness): FoldSwitches {
  const { inflection: _, emphasis: __, hyphens, ...rest } = same
  return { ...rest, hyphens: hyphens !== 'asWritten' }
}

const names = new WeakMap<FoldSwitches, string>()

/** The same switches have the same name. */
export function switchesName(switches: FoldSwitches): string {
  const known = names.get(switches)
  if (known !== undefined) return known
  const made = nameOf(switches)
  names.set(switches, made)
  return made
}

function nameOf(switches: FoldSwitches): string {
  const {
    case: letterCase,
    accents,
    width,
    quotes,
    invisible,
    chinese,
    sharpS,
    lineBreaks,
    hyphens
  } = switches
  return [letterCase, accents, width, quotes, invisible, chinese, sharpS, lineBreaks, hyphens]
    .map(Number)
    .join('')
}

const quoteSigns = new Map(
  (['apostrophe', 'quotation'] as const).flatMap((kind) => {
    const { sign, others } = alikeSigns[kind]
    return Array.from(others, (other): [string, string] => [other, sign])
  })
)
const hyphenSigns = new Map(Array.from(alikeSigns.hyphen.others, (other): [string, string] => [other, '-']))

const invisible =
  /\p{Variation_Selector}|\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu
/** Of other scripts marks are letters: か and が are not alike. */
const accented =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}/u
const strokes: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H'
}

/** A sign with the marks that belong to it, folded. Empty where it is passed over. */
export function foldSign(given: string, switches: FoldSwitches): string {
  const sign = switches.invisible ? given.replace(invisible, '') : given
  if (sign === '') return ''
  const alike =
    (switches.quotes ? quoteSigns.get(sign) : undefined) ??
    (switches.hyphens ? hyphenSigns.get(sign) : undefined)
  if (alike !== undefined) return alike
  let folded = sign.normalize(switches.width ? 'NFKC' : 'NFC')
  if (switches.width) folded = otherForms(folded, switches)
  if (switches.accents) folded = withoutAccents(folded)
  if (switches.case)
    folded = folded
      .toLowerCase()
      .replace(/ς/g, 'σ')
      .replace(/i\u0307/g, 'i')
  if (switches.sharpS) folded = folded.replace(/ß/g, 'ss').replace(/ẞ/g, 'SS')
  return switches.chinese ? Array.from(folded, simplifiedOf).join('') : folded
}

/** A wide quotation mark or hyphen is still one, once its width does not count. */
function otherForms(folded: string, { quotes, hyphens }: FoldSwitches): string {
  return (
    (quotes ? quoteSigns.get(folded) : undefined) ?? (hyphens ? hyphenSigns.get(folded) : undefined) ?? folded
  )
}

function withoutAccents(text: string): string {
  const stroked = strokes[text]
  if (stroked !== undefined) return stroked
  const apart = text.normalize('NFD')
  return accented.test(apart) ? apart.replace(/\p{M}/gu, '').normalize('NFC') : text
}
