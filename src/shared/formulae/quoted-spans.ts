import type { Span } from '../model/offsets'
import { span } from '../model/span'

const closes: Readonly<Record<string, string>> = { '“': '”', '«': '»', '「': '」', '『': '』', '《': '》' }
/** By UTF-16 code unit: 1 where a sign may open or close marks, or ends what is open. Few signs do: the others are passed over. */
const telling = new Uint8Array(0x10000)
for (const sign of [...Object.entries(closes).flat(), '"', '\n']) telling[sign.charCodeAt(0)] = 1

/** Longer than this in UTF-16 code units it is no phrase but speech. */
const longest = 160

/** What stands in quotation marks in a stretch of a text, without the marks, in order; speech and long passages left out. */
export function quotedSpans(text: string, from: number, to: number): Span[] {
  const found: Span[] = []
  let open: { sign: string; at: number } | null = null
  for (let at = from; at < to; at++) {
    if (telling[text.charCodeAt(at)] !== 1) continue
    const sign = text.charAt(at)
    if (open && closesPair(text, at, open.sign)) {
      add(found, text, open.at + 1, at)
      open = null
    } else if (closes[sign] !== undefined || (sign === '"' && !open && opensAt(text, at))) open = { sign, at }
    else if (sign === '\n') open = null
  }
  return found
}

/** Straight marks pair with curly ones too: web pages mix them. */
function closesPair(text: string, at: number, open: string): boolean {
  const sign = text.charAt(at)
  if (open === '"') return (sign === '"' && closesAt(text, at)) || sign === '”'
  return sign === closes[open] || (open === '“' && sign === '"' && closesAt(text, at) && !opensAt(text, at))
}

function opensAt(text: string, at: number): boolean {
  return !/[\s\n]/.test(text.charAt(at + 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
}

function closesAt(text: string, at: number): boolean {
  return !/\s/.test(text.charAt(at - 1))
}

function add(found: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /[\s,，]/.test(text.charAt(end - 1))) end--
  const words = text.slice(start, end)
  if (end <= start || end - start > longest || !/[\p{L}\p{N}]/u.test(words)) return
  // A whole sentence in marks is something said.
  if (/[.!?。！？]$/.test(words) || /[.!?。！？]["”」』]?$/.test(text.slice(end, to + 1))) {
    if (words.split(/\s+/).length > 4 || /[。！？]/.test(text.slice(end - 1, to))) return
  }
  const after = text.slice(to + 1, to + 30)
  if (
    to > end &&
    /^\p{Lu}/u.test(words) &&
    /^\s+(\p{Lu}\p{Ll}+|he|she|they|the \w+)\s+(said|says|noted|added)\b/u.test(after)
  )
    return
  if (to > end && words.split(/\s+/).length > 3 && /\b(is|are|was|do|does|will|not)\b/.test(words)) return
  found.push(span(start, end))
}
