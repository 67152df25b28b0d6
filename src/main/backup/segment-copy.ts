import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Files } from '../store/files'
import { isSegment } from '../store/project-files'
import { scanSegment } from '../store/segment'

/** What a copy of a closed segment is, beside the segment itself. */
export type SegmentCopyState =
  /** It holds what the segment holds. */
  | 'same'
  /** It holds the same changes in other words: those of an older format. */
  | 'reworded'
  /** It is damaged, or holds other changes, all of which are in the journal. */
  | 'renewable'
  /** It is damaged, and the journal cannot make up for it. */
  | 'damaged'
  /** It holds changes that the journal lacks, or the segment is not sound: it must stay. */
  | 'needed'

/** Compares copies of closed segments with what they copy. Reads the whole journal once, and only where it has to. */
export class SegmentCopies {
  private numbers: Promise<ReadonlySet<number>> | null = null

  constructor(
    private readonly folder: string,
    private readonly files: Files
  ) {}

  /** `live` is null where there is no such closed segment any more. */
  async stateOf(copy: Buffer, live: Buffer | null): Promise<SegmentCopyState> {
    if (live?.equals(copy)) return 'same'
    const own = scan(copy)
    const now = live ? scan(live) : null
    if (!now?.sound) return own.sound ? 'needed' : 'damaged'
    if (own.sound && sameNumbers(own.numbers, now.numbers)) return 'reworded'
    const journal = await this.numbersInJournal()
    return own.numbers.every((each) => journal.has(each)) ? 'renewable' : own.sound ? 'needed' : 'damaged'
  }

  private numbersInJournal(): Promise<ReadonlySet<number>> {
    this.numbers ??= readNumbers(this.folder, this.files)
    return this.numbers
  }
}

function scan(bytes: Buffer): { sound: boolean; numbers: number[] } {
  const { lines, damaged, end } = scanSegment(bytes)
  return { sound: damaged.length === 0 && end === bytes.length, numbers: lines.map(({ seq }) => seq) }
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}

async function readNumbers(folder: string, files: Files): Promise<ReadonlySet<number>> {
  const numbers = new Set<number>()
  for (const name of await files.list(join(folder, 'journal'))) {
    const path = join(folder, 'journal', name)
    if (!isSegment(name) || files.facts(path)?.kind !== 'file') continue
    for (const number of scan(await files.read(path)).numbers) numbers.add(number)
    await nextTurn()
  }
  return numbers
}
