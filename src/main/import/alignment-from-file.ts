import { linksInOrder } from '../../shared/alignment/order'
import { type AlignableSentence, alignableSentences } from '../../shared/alignment/versions'
import type { Link } from '../../shared/model/alignment'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { Block } from '../../shared/model/text-content'
import { sharedWork } from '../../shared/model/versions'
import type { SimpleOperation } from '../../shared/operations/operation'
import { blockSpans } from '../../shared/text/canonical'
import type { StatedRow } from './parsed'

/** A text that has been brought in. */
export interface CommittedText {
  readonly document: VariorumDocument
  readonly blocks: readonly Block[]
  /** For each block its number in the file. */
  readonly kept: readonly number[]
  /** Texts of one group say the same block by block. */
  readonly group: string | null
  /** By stretches instead, where the file says so. */
  readonly rows: readonly StatedRow[] | null
  /** By which sidecars of the same import speak of it. */
  readonly key?: string
}

/** The sentences of a text that stand in one row, and what the file says of their link to the first version. */
interface RowOfText {
  readonly sentences: AlignableSentence[]
  confidence: number
  isByHand: boolean
}

/** The alignments that files state: every two texts of a group that are versions of one work, row by row. */
export function stateAlignments(texts: readonly CommittedText[]): SimpleOperation[] {
  const operations: SimpleOperation[] = []
  const cut = new Map<CommittedText, ReadonlyMap<string, RowOfText>>()
  const rowsOf = (text: CommittedText) => {
    const known = cut.get(text) ?? sentencesByRow(text)
    cut.set(text, known)
    return known
  }
  for (const [one, other] of pairsIn(grouped(texts))) {
    const work = sharedWork([one.document, other.document])
    if (work === null) continue
    operations.push({
      type: 'alignment.set',
      alignment: {
        work,
        a: one.document.id,
        b: other.document.id,
        revisionA: currentText(one.document),
        revisionB: currentText(other.document),
        links: linksOf(rowsOf(one), rowsOf(other))
      }
    })
  }
  return operations
}

/** The texts of each group; a file with thousands of texts is mostly one without groups. */
function grouped(texts: readonly CommittedText[]): CommittedText[][] {
  const groups = new Map<string, CommittedText[]>()
  for (const text of texts) {
    if (text.group === null) continue
    const own = groups.get(text.group)
    if (own) own.push(text)
    else groups.set(text.group, [text])
  }
  return [...groups.values()]
}

function* pairsIn<T>(groups: readonly (readonly T[])[]): Generator<readonly [T, T]> {
  for (const group of groups)
    for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) yield [one, other]
}

/** The links of two texts, whose sentences are given by row. */
function linksOf(a: ReadonlyMap<string, RowOfText>, b: ReadonlyMap<string, RowOfText>): Link[] {
  const keys = [...new Set([...a.keys(), ...b.keys()])]
  const links = keys.map((key) => {
    const [own, across] = [a.get(key), b.get(key)]
    const link: Link = {
      a: spansOf(own),
      b: spansOf(across),
      confidence: Math.min(own?.confidence ?? 1, across?.confidence ?? 1),
      origin: (own?.isByHand ?? true) && (across?.isByHand ?? true) ? 'hand' : 'auto'
    }
    return { link, a: link.a.map(({ start }) => start), b: link.b.map(({ start }) => start) }
  })
  return linksInOrder(links).map(({ link }) => link)
}

function spansOf(row: RowOfText | undefined): Link['a'] {
  return (row?.sentences ?? []).map(({ start, end }) => ({ start, end }))
}

/**
 * The sentences of a text by the row that they stand in: that of their block, or that of the stretch in which they begin.
 * What stands in no stretch is a row by itself.
 */
function sentencesByRow({ document, blocks, kept, rows }: CommittedText): Map<string, RowOfText> {
  const spans = blockSpans(blocks)
  const stretches = rows === null ? null : stretchesByBlock(rows)
  const found = new Map<string, RowOfText>()
  let at = 0
  for (const sentence of alignableSentences(blocks, document.furniture)) {
    while (at + 1 < spans.length && (spans[at]?.end ?? 0) <= sentence.start) at++
    const number = kept[at] ?? at
    const within = sentence.start - (spans[at]?.start ?? 0)
    const stretch = stretches?.get(number)?.find(({ start, end }) => start <= within && within < end)
    const key =
      stretches === null ? `${number}` : stretch ? `row ${stretch.row}` : `${document.id} ${within} ${number}`
    const own = found.get(key)
    const { confidence = 1, origin = 'hand' } = stretch ?? {}
    if (own) {
      own.sentences.push(sentence)
      own.confidence = Math.min(own.confidence, confidence)
      own.isByHand &&= origin === 'hand'
    } else found.set(key, { sentences: [sentence], confidence, isByHand: origin === 'hand' })
  }
  return found
}

function stretchesByBlock(rows: readonly StatedRow[]): Map<number, StatedRow[]> {
  const byBlock = new Map<number, StatedRow[]>()
  for (const row of rows) {
    const own = byBlock.get(row.block)
    if (own) own.push(row)
    else byBlock.set(row.block, [row])
  }
  return byBlock
}
