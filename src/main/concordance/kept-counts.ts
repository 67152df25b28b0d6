import { crc32 } from 'node:zlib'
import type { WordCutting } from '../../shared/concordance/cut-words'
import type { TextCounts, Vocabulary } from '../../shared/concordance/word-counts'
import type { ContentHash } from '../../shared/model/ids'
import type { DiskCache } from './disk-cache'
import { bytesOf, PartReader } from './kept-parts'
import { textSource } from './text-source'

/** Numbers of the head, one Uint32 each. */
const heads = 6
/** What stands for a text whose words no own words can cut. */
const uncut = 0xffffffff

/** What words of a text were counted: which text, of which project, how cut, without which paragraphs. */
export interface CountedText {
  readonly folder: string
  readonly hash: ContentHash
  readonly cutting: WordCutting
  readonly furniture: readonly number[]
}

function nameOf({ hash, cutting, furniture }: CountedText): string {
  const { icu } = process.versions
  const how = crc32(`${icu} ${cutting.language} ${cutting.chineseWords} ${furniture.join(' ')}`)
  return `${hash}.${how.toString(16)}.words`
}

/** Keeps the words of a text as they are written, so that they hold however words are folded. */
export function keepCounts(
  cache: DiskCache,
  of: CountedText,
  counts: TextCounts,
  vocabulary: Vocabulary
): void {
  const own = Buffer.from(counts.own ?? '', 'utf8')
  const words = Array.from(counts.numbers, (number) => vocabulary.written[number] ?? '')
  const fileBytes = textSource(of.folder, of.hash)?.bytes ?? 0
  const head = Uint32Array.of(
    ...[fileBytes, counts.tokens, counts.length, words.length, of.furniture.length],
    counts.own === null ? uncut : own.length
  )
  cache.write(nameOf(of), [
    ...[head, Uint32Array.from(of.furniture), counts.counts].map(bytesOf),
    ...[own, Buffer.from(words.join('\n'), 'utf8')]
  ])
}

/** The words of a text that were kept; null where there are none, or they were cut otherwise, or its file is another. */
export function keptCounts(cache: DiskCache, of: CountedText, vocabulary: Vocabulary): TextCounts | null {
  const source = textSource(of.folder, of.hash)
  const kept = source && cache.read(nameOf(of))
  if (!kept || source.at > kept.at) return null
  const reader = new PartReader(kept.bytes)
  const [fileBytes = 0, tokens = 0, length = 0, types = 0, left = 0, ownBytes = 0] = reader.numbers(heads)
  if (fileBytes !== source.bytes || left !== of.furniture.length) return null
  if (reader.numbers(left).some((block, at) => block !== of.furniture[at])) return null
  const counts = reader.numbers(types)
  const own = ownBytes === uncut ? null : reader.text('utf8', ownBytes)
  if (own !== null && own !== of.cutting.own.name) return null
  const words = reader.text('utf8')
  const numbers = new Uint32Array(types)
  let from = 0
  for (let at = 0; at < types; at++) {
    const end = at === types - 1 ? words.length : words.indexOf('\n', from)
    if (end < from) return null
    numbers[at] = vocabulary.numberAt(words, from, end)
    from = end + 1
  }
  return { numbers, counts, tokens, length, own }
}
