import { OffsetMap } from '../../shared/concordance/offset-map'
import { SearchedText } from '../../shared/concordance/searched-text'
import type { ContentHash } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { BlockKind } from '../../shared/model/text-content'
import type { DiskCache } from './disk-cache'
import { bytesOf, PartReader } from './kept-parts'
import { textSource } from './text-source'

/** Shorter texts are read and folded as fast as they would be found here; UTF-16 code units. */
const worthKeeping = 2000

/** Numbers of the head, one Uint32 each: how long the parts are that follow, in the order in which they follow. */
const heads = 8

/** Signs of one byte: so folded text in English is kept, so it lies in memory, and so it is searched twice as fast. */
const narrow = /^[\0-\xff]*$/

/**
 * A text with its fold as it is kept: its sizes; the name of the fold; the text (UTF-16) and the folded text (Latin-1 or UTF-16); paragraphs
 * (start, end, kind); edges of marks; the map of offsets.
 */
export function keepText(cache: DiskCache, folder: string, hash: ContentHash, text: SearchedText): void {
  const fold = text.lastFold
  if (text.text.length < worthKeeping || !fold) return
  const fileBytes = textSource(folder, hash)?.bytes ?? 0
  const blocks = new Uint32Array(text.blocks.length * 3)
  for (const [at, { start, end }] of text.blocks.entries())
    blocks.set([start, end, BlockKind.options.indexOf(text.kinds[at] ?? 'paragraph')], at * 3)
  const map = fold.folded.map.columns
  const { markEdges } = text
  const name = Buffer.from(fold.name, 'latin1')
  const encoding = narrow.test(fold.folded.text) ? 'latin1' : 'utf16le'
  const head = Uint32Array.of(
    ...[fileBytes, name.length, text.text.length, fold.folded.text.length],
    ...[blocks.length, markEdges.length, map.folded.length, encoding === 'latin1' ? 1 : 0]
  )
  cache.write(`${hash}.text`, [
    ...[head, blocks, markEdges, map.folded, map.origin, map.ends].map(bytesOf),
    ...[name, Buffer.from(text.text, 'utf16le'), Buffer.from(fold.folded.text, encoding)]
  ])
}

/**
 * A text that was kept; null where there is none, or where its file is not what it was when it was kept: then it has to be
 * read and checked again.
 */
export function keptText(cache: DiskCache, folder: string, hash: ContentHash): SearchedText | null {
  const source = textSource(folder, hash)
  if (!source) return null
  const kept = cache.read(`${hash}.text`)
  if (!kept || source.at > kept.at) return null
  const reader = new PartReader(kept.bytes)
  const [
    fileBytes = 0,
    nameLength = 0,
    length = 0,
    foldedLength = 0,
    blockCount = 0,
    edges = 0,
    stretches = 0,
    isNarrow = 0
  ] = reader.numbers(heads)
  if (fileBytes !== source.bytes) return null
  const blocks = reader.numbers(blockCount)
  const markEdges = reader.numbers(edges)
  const columns = [reader.numbers(stretches), reader.numbers(stretches), reader.numbers(stretches)] as const
  const name = reader.text('latin1', nameLength)
  const text = reader.text('utf16le', length * 2)
  const folded =
    isNarrow === 1 ? reader.text('latin1', foldedLength) : reader.text('utf16le', foldedLength * 2)
  const kinds: BlockKind[] = []
  const spans = Array.from({ length: blockCount / 3 }, (_, at) => {
    kinds.push(BlockKind.options[blocks[at * 3 + 2] ?? 0] ?? 'paragraph')
    return span(blocks[at * 3] ?? 0, blocks[at * 3 + 1] ?? 0)
  })
  const fold = { name, folded: { text: folded, map: OffsetMap.ofColumns(...columns) } }
  return new SearchedText({ text, blocks: spans, kinds, markEdges, fold })
}
