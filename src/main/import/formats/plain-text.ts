import { normaliseLineEnds } from '../../../shared/text/canonical'
import type { ParsedBlock, RawText } from '../parsed'
import { mendedWord, wordsOf } from './hyphens'
import { widthOf } from './text-width'

/**
 * Plain text: a line or a group of hard-wrapped lines is a paragraph; blank lines part groups, and in wrapped groups so do
 * indented lines, as 　　 before each Chinese paragraph. Verse stays in its lines.
 */
export function parsePlainText(text: string): RawText {
  const plain = normaliseLineEnds(text)
    .replace(/\u2029/g, '\n\n')
    .replace(/\u2028/g, '\n')
  const words = wordsOf(plain)
  const groups = plain
    .split(/\n[^\S\n]*\n/)
    .map((group) => group.split('\n').filter((line) => line.trim() !== ''))
  const paragraphs = groups.flatMap((lines) =>
    isHardWrapped(lines)
      ? indentedParts(lines).map((part) => wholeOf(part, words))
      : lines.map((line) => line.trim())
  )
  return { blocks: paragraphs.map(asParagraph), stated: {} }
}

/** Wrapped lines as one. Only neighbours are held against each other: a paragraph may have any number of lines. */
function wholeOf(lines: readonly string[], words: ReadonlySet<string>): string {
  const parts: string[] = []
  for (const own of lines) {
    const line = own.trim()
    const last = parts.pop()
    if (last !== undefined) {
      const both = mendedWord(last, line, words) ?? joined(last, line)
      parts.push(both.slice(0, both.length - line.length))
    }
    parts.push(line)
  }
  return parts.join('')
}

function asParagraph(text: string): ParsedBlock {
  return { kind: 'paragraph', text, furniture: false }
}

/** In widths of a Latin letter: the longest of wrapped lines is neither shorter than the one nor longer than the other. */
const narrowest = 24
const widest = 120
/** Lines of verse are mostly shorter than lines of prose. */
const widestVerse = 50
/** Two lines are wrapped only where the first is as long as lines of prose are. */
const widthOfProse = 56

/**
 * Lines of nearly one width, none of them long, most of which end inside a sentence. `lines` keep their indents; the last
 * line of each indented part may be short.
 */
export function isHardWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false
  const widths = lines.map((line) => widthOf(line.trimEnd()))
  const longest = Math.max(...widths)
  if (longest > widest || longest < narrowest) return false
  const inner = indentedParts(lines).flatMap((part) => part.slice(0, -1))
  if (inner.length === 0 || isVerse(inner, longest)) return false
  const full = inner.filter((line) => widthOf(line.trimEnd()) >= longest * 0.7)
  const open = inner.filter((line) => !/[.!?。！？:：;；]["”’」』）)]*$/.test(line.trimEnd()))
  if (lines.length === 2) return longest >= widthOfProse && open.length === 1 && goesOn(lines[1] ?? '')
  return full.length >= inner.length * 0.8 && open.length >= inner.length * 0.6
}

/** Verse: shorter lines, each of which begins with a capital or ends with a stop, though sentences go on over them. */
function isVerse(inner: readonly string[], longest: number): boolean {
  if (longest > widestVerse) return false
  const begun = inner.filter((line) => /^\s*["“‘'(]?\p{Lu}/u.test(line))
  const stopped = inner.filter((line) => /[，。、；：！？,;:.!?—]["”’」』）)]*$/.test(line.trimEnd()))
  return begun.length >= inner.length * 0.8 || stopped.length >= inner.length * 0.8
}

/** Whether a line can be the rest of the one before it: it begins with a small letter or an ideograph. */
function goesOn(line: string): boolean {
  return /^[\p{Ll}\p{Script=Han}]/u.test(line)
}

/** Wrapped lines in parts that begin with an indent, where some lines have one and most have none; else all together. */
function indentedParts(lines: readonly string[]): string[][] {
  const isIndented = (line: string) => /^(\u3000{1,2}|\t| {2,8})\S/.test(line)
  const indented = lines.filter(isIndented)
  if (indented.length === 0 || indented.length > lines.length * 0.6) return [[...lines]]
  const parts: string[][] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (last && !isIndented(line)) last.push(line)
    else parts.push([line])
  }
  return parts
}

const ideographic = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60“”‘’…—]`
const endsIdeographic = new RegExp(`${ideographic}$`, 'u')
const beginsIdeographic = new RegExp(`^${ideographic}`, 'u')
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Joins a wrapped line to those before it with a space, except between Chinese characters, which take none. */
export function joined(before: string, line: string): string {
  const seam = before.slice(-2) + line.slice(0, 2)
  const isWithin =
    endsIdeographic.test(before.slice(-2)) && beginsIdeographic.test(line) && ideograph.test(seam)
  return isWithin ? before + line : `${before} ${line}`
}
