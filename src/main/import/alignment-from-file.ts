import { type AlignableSentence, alignableSentences } from '../../shared/alignment/versions'
import type { Link } from '../../shared/model/alignment'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { Block } from '../../shared/model/text-content'
import { sharedWork } from '../../shared/model/versions'
import type { SimpleOperation } from '../../shared/operations/operation'
import { blockSpans } from '../../shared/text/canonical'

/** A text that has been brought in. */
export interface CommittedText {
  readonly document: VariorumDocument
  readonly blocks: readonly Block[]
  /** For each block its number in the file. */
  readonly kept: readonly number[]
  /** Texts of one group say the same block by block. */
  readonly group: string | null
  /** By which sidecars of the same import speak of it. */
  readonly key?: string
}

/** The alignments that files state: every two texts of a group that are versions of one work, block by block. */
export function stateAlignments(texts: readonly CommittedText[]): SimpleOperation[] {
  const operations: SimpleOperation[] = []
  const cut = new Map<CommittedText, ReadonlyMap<number, AlignableSentence[]>>()
  const sentencesOf = (text: CommittedText) => {
    const known = cut.get(text) ?? sentencesByBlock(text)
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
        links: linksOf(sentencesOf(one), sentencesOf(other))
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

/** The links of two texts, whose sentences are given by block. */
function linksOf(
  a: ReadonlyMap<number, AlignableSentence[]>,
  b: ReadonlyMap<number, AlignableSentence[]>
): Link[] {
  const numbers = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y)
  return numbers.flatMap((number): Link[] => {
    const [own, across] = [a.get(number) ?? [], b.get(number) ?? []].map((each) =>
      each.map(({ start, end }) => ({ start, end }))
    )
    return own && across && own.length + across.length > 0
      ? [{ a: own, b: across, confidence: 1, origin: 'hand' }]
      : []
  })
}

function sentencesByBlock({ document, blocks, kept }: CommittedText): Map<number, AlignableSentence[]> {
  const spans = blockSpans(blocks)
  const found = new Map<number, AlignableSentence[]>()
  let at = 0
  for (const sentence of alignableSentences(blocks, document.furniture)) {
    while (at + 1 < spans.length && (spans[at]?.end ?? 0) <= sentence.start) at++
    const number = kept[at] ?? at
    const own = found.get(number)
    if (own) own.push(sentence)
    else found.set(number, [sentence])
  }
  return found
}
