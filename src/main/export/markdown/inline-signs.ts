/**
 * Where the signs stand (offsets) that begin emphasis, code or a strike-through: those that something later could end. Without
 * them what ends it means nothing. Where marks of ours stand in the text (at `edges`) all that could begin or end something.
 */
export function runOpenings(text: string, edges: readonly number[]): number[] {
  const isMarked = edges.length > 0
  const found: number[] = []
  const isClosedLater = { '*': isMarked, _: isMarked, '~': false }
  const runs = [...text.matchAll(/\*+|_+|~+/g)]
  for (const run of runs.reverse()) {
    const [signs] = run
    const sign = signs.charAt(0)
    const end = run.index + signs.length
    if (sign !== '*' && sign !== '_' && sign !== '~') continue
    const [previous, next] = [text.charAt(run.index - 1), text.charAt(end)]
    const isAtEdge = edges.some((edge) => edge >= run.index && edge <= end)
    const isWithin = sign === '_' && isLetter(previous) && isLetter(next)
    const opens = !isSpaceAt(text, end) && !(sign === '_' && isLetter(previous))
    const closes = !isSpaceAt(text, run.index - 1) && !(sign === '_' && isLetter(next))
    if (
      isMarked && sign !== '~' ? isAtEdge || (!isWithin && (opens || closes)) : opens && isClosedLater[sign]
    )
      found.push(...places(run.index, end))
    if (closes) isClosedLater[sign] = true
  }
  return [...found, ...ticks(text, edges)]
}

/**
 * Backticks where there are two runs of them, or one that a mark of ours parts: one backslash would part a run, so that all of
 * them are escaped.
 */
function ticks(text: string, edges: readonly number[]): number[] {
  const [run, second] = text.matchAll(/`+/g)
  const isParted = run && edges.some((edge) => edge > run.index && edge < run.index + run[0].length)
  return second || isParted ? offsets(text, /`/g) : []
}

function places(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at)
}

/** Brackets that could begin a link, a footnote, a link between notes or a box; HTML; references to characters; backslashes. */
export function linkOpenings(text: string): number[] {
  const isLinked = /\][([:{]/.test(text)
  return offsets(
    text,
    isLinked
      ? /[\\[]|<(?=[A-Za-z/!?])|&(?=(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)/g
      : /\\|\[(?=[[^!])|(?<=[[!])\[|<(?=[A-Za-z/!?])|&(?=(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)/g
  )
}

/** What programs for notes and pandoc add: mathematics, highlights, comments, raised words, ids of blocks, pictures by name. */
export function pairOpenings(text: string): number[] {
  return [
    ...(/\$(?:\$|\S(?:[^$]*[^$\s])?\$(?!\d))/.test(text) ? offsets(text, /\$(?=[^\s])|(?<=\$)\$/g) : []),
    ...(/==[^=\s][\s\S]*==/.test(text) ? offsets(text, /(?<!=)=(?==[^=\s])/g) : []),
    ...offsets(text, /(?<!%)%(?=%)|@(?=\{)/g),
    ...offsets(text, /\^(?=\[|[^\s^]{1,200}\^)|(?<=[\t ])\^(?=[\dA-Za-z-]+$)/gm),
    ...offsets(text, /:(?=(?:[a-z\d_+-]{0,30}[a-z][a-z\d_+-]{0,30}|[+-]1|100|1234):)/g)
  ]
}

function offsets(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index)
}

function isLetter(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign)
}

/**
 * Whether a reader of Markdown sees white space at an offset. Line ends, and blanks at the ends of a line, are written by number
 * or behind a backslash: it sees punctuation there.
 */
function isSpaceAt(text: string, at: number): boolean {
  const sign = text.charAt(at)
  if (sign === '') return true
  if (sign === '\n' || sign === '\r') return false
  const isAtLineEnd = [text.charAt(at - 1), text.charAt(at + 1)].some(
    (each) => each === '\n' || each === '\r'
  )
  return /\s/.test(sign) && !isAtLineEnd
}
