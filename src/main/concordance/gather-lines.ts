import { setImmediate as nextTurn } from 'node:timers/promises'
import { cuttings } from '../../shared/concordance/cut-words'
import { type FoldSwitches, foldSwitches } from '../../shared/concordance/fold-sign'
import { foldText } from '../../shared/concordance/fold-text'
import { wordsBeside } from '../../shared/concordance/line-context'
import type { LineFacts, SideWords, TrailNeeds } from '../../shared/concordance/line-facts'
import type { SearchedText } from '../../shared/concordance/searched-text'
import { Vocabulary } from '../../shared/concordance/word-counts'
import { WordTable } from '../../shared/concordance/word-table'
import { span } from '../../shared/model/span'
import type { IsWanted } from '../workers/port-talk'
import { stillWanted } from './given-up'
import type { Lines } from './questions'
import type { TextShelf } from './text-shelf'

const sliceMs = 12

/** Folds words as a concordance's settings say; the same word is folded once. */
export function wordFolder(switches: FoldSwitches): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const folded = foldText(word, switches).text
    known.set(word, folded)
    return folded
  }
}

/**
 * Goes through lines text by text; lines of a text that cannot be read are passed over. Gives way to other work. Rejects with
 * `GivenUp` once nobody wants it.
 */
export async function eachLine(
  task: Lines,
  shelf: TextShelf,
  work: (line: number, target: SearchedText) => void,
  isWanted: IsWanted = () => true
): Promise<void> {
  let until = performance.now() + sliceMs
  let target: SearchedText | null = null
  let at = -1
  for (let line = 0; line < task.document.length; line++) {
    const document = task.document[line] ?? 0
    if (document !== at) {
      at = document
      const hash = task.library.texts[document]
      const read = hash === undefined ? null : await shelf.text(task.folder, hash)
      target = read?.ok ? read.value : null
    }
    if (target) work(line, target)
    if ((line & 63) === 0 && performance.now() > until) {
      await nextTurn()
      stillWanted(isWanted)
      until = performance.now() + sliceMs
    }
  }
}

/** What was gathered of the lines of a concordance; larger needs are gathered anew. */
interface Gathered {
  readonly lines: number
  left: SideWords
  right: SideWords
  forms: LineFacts['forms'] | null
  readonly fold: (word: string) => string
}

/** Gathers from the texts what a trail asks of lines, and keeps it for the next trail. */
export class LineGatherer {
  private readonly known = new Map<string, Gathered>()

  constructor(private readonly shelf: TextShelf) {}

  forget(id: string): void {
    this.known.delete(id)
  }

  async gather(
    task: Lines,
    needs: TrailNeeds
  ): Promise<Pick<LineFacts, 'left' | 'right' | 'forms' | 'fold'>> {
    const lines = task.document.length
    const before = this.known.get(task.id)
    const own: Gathered =
      before?.lines === lines
        ? before
        : {
            lines,
            left: noWords,
            right: noWords,
            forms: null,
            fold: wordFolder(foldSwitches(task.settings.same))
          }
    this.known.set(task.id, own)
    if (own.left.size < needs.left) own.left = await this.side(task, 'left', needs.left, own.fold)
    if (own.right.size < needs.right) own.right = await this.side(task, 'right', needs.right, own.fold)
    if (needs.forms && own.forms === null) own.forms = await this.forms(task, own.fold)
    return { ...own, forms: own.forms ?? { table: new WordTable(), numbers: new Int32Array(0), written: [] } }
  }

  private async side(
    task: Lines,
    side: 'left' | 'right',
    size: number,
    fold: (word: string) => string
  ): Promise<SideWords> {
    const vocabulary = new Vocabulary(fold)
    const numbers = new Int32Array(task.document.length * size).fill(-1)
    const cutting = cuttings(task.settings)
    await eachLine(task, this.shelf, (line, target) => {
      const language = task.library.documents[task.document[line] ?? -1]?.language ?? 'en'
      const hit = span(task.start[line] ?? 0, task.end[line] ?? 0)
      const found = wordsBeside(target, hit, side, size, cutting(language))
      for (const [at, { start, end }] of found.entries())
        numbers[line * size + at] = vocabulary.foldedNumberAt(target.text, start, end)
    })
    return { size, table: vocabulary.foldedTable, numbers }
  }

  private async forms(task: Lines, fold: (word: string) => string): Promise<LineFacts['forms']> {
    const table = new WordTable()
    const numbers = new Int32Array(task.document.length).fill(-1)
    const written: Map<string, number>[] = []
    await eachLine(task, this.shelf, (line, target) => {
      const hit = target.text.slice(task.start[line], task.end[line])
      const number = table.number(fold(hit))
      numbers[line] = number
      const own = written[number] ?? new Map<string, number>()
      written[number] = own
      own.set(hit, (own.get(hit) ?? 0) + 1)
    })
    return { table, numbers, written: written.map(mostFrequent) }
  }
}

/** Of several ways to write a word the most frequent, of equally frequent ones the first by code. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = ''
  let most = 0
  for (const [form, count] of counts)
    if (count > most || (count === most && form < best)) [best, most] = [form, count]
  return best
}

const noWords: SideWords = { size: 0, table: new WordTable(), numbers: new Int32Array(0) }
