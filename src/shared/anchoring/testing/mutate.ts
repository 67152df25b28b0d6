import st from 'opencc-js/dict/STCharacters'

/** A text each of whose code units knows where it stood before it was changed; -1 for what is new. */
export interface Traced {
  readonly text: string
  readonly from: Int32Array
}

/** A seeded source of chance, so that a failure can be had again. */
export class Luck {
  constructor(private state: number) {}

  /** Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
}

export function traced(text: string): Traced {
  return { text, from: Int32Array.from({ length: text.length }, (_, index) => index) }
}

/** A piece of a text to be, with where it came from. */
type Piece = { readonly text: string; readonly from: number; readonly length: number }

class Builder {
  private readonly parts: string[] = []
  private readonly from: number[] = []

  keep(source: Traced, start: number, end: number): void {
    this.parts.push(source.text.slice(start, end))
    for (let at = start; at < end; at++) this.from.push(source.from[at] ?? -1)
  }

  /** Something written in place of a stretch: its characters stand for the old ones in turn. */
  replace(source: Traced, { text, from, length }: Piece): void {
    this.parts.push(text)
    for (let i = 0; i < text.length; i++)
      this.from.push(
        length === 0
          ? -1
          : (source.from[from + Math.min(length - 1, Math.floor((i * length) / text.length))] ?? -1)
      )
  }

  done(): Traced {
    return { text: this.parts.join(''), from: Int32Array.from(this.from) }
  }
}

/** Replaces every match of a pattern; what a match becomes may depend on chance. */
function rewrite(source: Traced, pattern: RegExp, change: (match: string) => string | null): Traced {
  const out = new Builder()
  let at = 0
  for (const match of source.text.matchAll(pattern)) {
    const next = change(match[0])
    if (next === null || next === match[0]) continue
    out.keep(source, at, match.index)
    out.replace(source, { text: next, from: match.index, length: match[0].length })
    at = match.index + match[0].length
  }
  out.keep(source, at, source.text.length)
  return out.done()
}

/** Cuts a stretch out. */
export function cut(source: Traced, start: number, end: number): Traced {
  const out = new Builder()
  out.keep(source, 0, start)
  out.keep(source, end, source.text.length)
  return out.done()
}

/** Where an old stretch lies now: from the first to the last of its characters that are left. Null where none is. */
export function placeNow(
  { from }: Traced,
  start: number,
  end: number
): { start: number; end: number } | null {
  let first = -1
  let last = -1
  for (let at = 0; at < from.length; at++) {
    const old = from[at] ?? -1
    if (old < start || old >= end) continue
    if (first === -1) first = at
    last = at
  }
  return first === -1 ? null : { start: first, end: last + 1 }
}

const word = /[A-Za-z]{3,}|[\u4e00-\u9fff]{2}/g

function misspell(each: string, luck: Luck): string {
  const at = luck.below(each.length)
  if (each.charCodeAt(0) > 0x3000)
    return each.slice(0, at) + luck.pick(['的', '一', '己', '末', '千', '士']) + each.slice(at + 1)
  switch (luck.below(4)) {
    case 0:
      return each.slice(0, at) + each.slice(at + 1)
    case 1:
      return each.slice(0, at) + each.charAt(at) + each.slice(at)
    case 2:
      return each.slice(0, at) + luck.pick([...'etaoinrls']) + each.slice(at + 1)
    default:
      return each.slice(0, at) + each.charAt(at + 1) + each.charAt(at) + each.slice(at + 2)
  }
}

let toTraditional: Map<string, string> | null = null

function traditional(character: string): string {
  toTraditional ??= new Map(
    st.split('|').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ')
      return [from, to]
    })
  )
  return toTraditional.get(character) ?? character
}

const full = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)

/** Changes to a whole text after which every passage is still there. */
export const gentle: Readonly<Record<string, (source: Traced, luck: Luck) => Traced>> = {
  'typos, one word in 40': (source, luck) =>
    rewrite(source, word, (each) => (luck.below(40) === 0 ? misspell(each, luck) : null)),
  'typos, one word in 6': (source, luck) =>
    rewrite(source, word, (each) => (luck.below(6) === 0 ? misspell(each, luck) : null)),
  'OCR confusions': (source, luck) =>
    rewrite(source, /rn|m|l|1|0|O|e|日|己|未|大/g, (each) =>
      luck.below(12) === 0
        ? ({
            rn: 'm',
            m: 'rn',
            l: '1',
            '1': 'l',
            '0': 'O',
            O: '0',
            e: 'c',
            日: '曰',
            己: '已',
            未: '末',
            大: '太'
          }[each] ?? null)
        : null
    ),
  're-wrapping': (source, luck) =>
    rewrite(source, / |(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, (each) =>
      luck.below(10) === 0 ? '\n' : each
    ),
  'double spaces': (source, luck) => rewrite(source, / /g, () => (luck.below(3) === 0 ? '  ' : null)),
  'decomposed accents': (source) => rewrite(source, /[À-ɏ]/g, (each) => each.normalize('NFD')),
  'curly quotation marks': (source, luck) =>
    rewrite(source, /["'“”‘’]/g, (each) =>
      luck.pick(/["“”]/.test(each) ? ['“', '”', '«', '"'] : ['‘', '’', "'"])
    ),
  dashes: (source, luck) => rewrite(source, /[-–—]/g, () => luck.pick(['-', '–', '—', '‐'])),
  ligatures: (source) =>
    rewrite(source, /ffi|fi|fl|ff/g, (each) => ({ ffi: 'ﬃ', fi: 'ﬁ', fl: 'ﬂ', ff: 'ﬀ' })[each] ?? each),
  'full width': (source) => rewrite(source, /[!-~]/g, full),
  traditional: (source) => rewrite(source, /[\u4e00-\u9fff]/g, traditional),
  'paragraphs put in': (source, luck) =>
    rewrite(source, /\n/g, () => (luck.below(3) === 0 ? `\n${luck.pick(fillers)}\n` : null))
}

const fillers = [
  'Share this page. Print. Font size: large, medium, small.',
  'The office has since moved to the second floor; visitors are asked to use the side entrance.',
  '相关链接：返回首页　打印本页　关闭窗口',
  '本文由编辑整理，如有错漏，请以原件为准。'
]

/** Rewrites a stretch: so many of its words become others, go, or get company. */
export function reword(source: Traced, start: number, end: number, share: number, luck: Luck): Traced {
  const out = new Builder()
  out.keep(source, 0, start)
  let at = start
  const english = [
    'recent',
    'measures',
    'office',
    'with',
    'several',
    'however',
    'under',
    'local',
    'again',
    'report'
  ]
  const chinese = ['近日', '有关', '措施', '继续', '部分', '此后', '地方', '再次']
  for (const match of source.text.slice(start, end).matchAll(/[A-Za-z]+|[\u4e00-\u9fff]{2}/g)) {
    if (luck.next() >= share) continue
    const from = start + match.index
    out.keep(source, at, from)
    const other = luck.pick(match[0].charCodeAt(0) > 0x3000 ? chinese : english)
    const text =
      [other, '', `${match[0]}${match[0].charCodeAt(0) > 0x3000 ? '' : ' '}${other}`][luck.below(3)] ?? ''
    out.replace(source, { text, from, length: match[0].length })
    at = from + match[0].length
  }
  out.keep(source, at, source.text.length)
  return out.done()
}

/** Takes some paragraphs out, or puts them elsewhere; those that are named stay. */
export function shuffleParagraphs(
  source: Traced,
  luck: Luck,
  { remove, stay }: { remove: boolean; stay: (start: number, end: number) => boolean }
): Traced {
  const paragraphs: { start: number; end: number }[] = []
  let start = 0
  for (const line of source.text.split('\n')) {
    paragraphs.push({ start, end: start + line.length })
    start += line.length + 1
  }
  const kept = paragraphs.filter((each) => !remove || luck.below(5) > 0 || stay(each.start, each.end))
  if (!remove)
    for (let moves = Math.ceil(kept.length / 8); moves > 0; moves--) {
      const [moved] = kept.splice(luck.below(kept.length), 1)
      if (moved) kept.splice(luck.below(kept.length + 1), 0, moved)
    }
  const out = new Builder()
  for (const [index, each] of kept.entries()) {
    if (index > 0) out.replace(source, { text: '\n', from: 0, length: 0 })
    out.keep(source, each.start, each.end)
  }
  return out.done()
}
