import { setImmediate as nextTurn } from 'node:timers/promises'
import { CollocateCounts } from '../../shared/concordance/collocates'
import { cuttings, type WordCutting } from '../../shared/concordance/cut-words'
import { foldSwitches } from '../../shared/concordance/fold-sign'
import { NGramCounts } from '../../shared/concordance/n-grams'
import type { SearchedText } from '../../shared/concordance/searched-text'
import type { CollocatesAnswer, KeywordsAnswer, WordsAnswer } from '../../shared/concordance/statistics'
import { keywordRows, wordRows } from '../../shared/concordance/word-rows'
import { span } from '../../shared/model/span'
import type { IsWanted } from '../workers/port-talk'
import type { CorpusWords } from './corpus-words'
import { eachLine, wordFolder } from './gather-lines'
import { stillWanted, type Watch } from './given-up'
import type {
  CollocatesTask,
  CorpusTask,
  KeywordsTask,
  Lines,
  NGramsTask,
  TextSize,
  WordListTask
} from './questions'
import type { ReadyAnswer } from './ready-answers'
import type { TextShelf } from './text-shelf'

const sliceMs = 12
const quiet = () => {}

/** The words that go with the lines of a concordance, measured against the words of the documents searched. */
export async function collocates(
  { lines, corpus, left, right, by, least }: Omit<CollocatesTask, 'lines'> & { readonly lines: Lines },
  shelf: TextShelf,
  words: CorpusWords,
  isWanted: IsWanted
): Promise<ReadyAnswer<CollocatesAnswer>> {
  const counts = new CollocateCounts(left, right, wordFolder(foldSwitches(lines.settings.same)))
  const cutting = cuttings(lines.settings)
  await eachLine(
    lines,
    shelf,
    (line, target) => {
      const document = lines.document[line] ?? 0
      const language = lines.library.documents[document]?.language ?? 'en'
      const hit = span(lines.start[line] ?? 0, lines.end[line] ?? 0)
      counts.add(target, document, hit, cutting(language))
    },
    isWanted
  )
  const { vocabulary, texts, unread } = await words.of(corpus, { isWanted, howFar: quiet })
  const all = words.summed(vocabulary, texts)
  const forms = all.forms()
  const frequency = (word: string) => {
    const number = vocabulary.find(word) ?? -1
    return { count: all.counts[number] ?? 0, form: forms[number] || word }
  }
  return { pages: counts.rows(Math.max(1, all.tokens), frequency, { by, least }), unread }
}

export async function textSizes(
  task: CorpusTask,
  words: CorpusWords,
  isWanted: IsWanted
): Promise<TextSize[]> {
  const { texts } = await words.of(task, { isWanted, howFar: quiet })
  return texts.map(({ tokens, length }) => ({ words: tokens, length }))
}

export async function wordList(
  task: WordListTask,
  words: CorpusWords,
  watch: Watch
): Promise<ReadyAnswer<WordsAnswer>> {
  const { vocabulary, texts, unread } = await words.of(task, watch)
  return { pages: wordRows(vocabulary, words.summed(vocabulary, texts), task), unread }
}

export async function keywords(
  task: KeywordsTask,
  words: CorpusWords,
  watch: Watch
): Promise<ReadyAnswer<KeywordsAnswer>> {
  const documents = [...task.documents, ...task.against]
  const { vocabulary, texts, unread } = await words.of({ ...task, documents }, watch)
  const here = words.summed(vocabulary, texts.slice(0, task.documents.length))
  const elsewhere = words.summed(vocabulary, texts.slice(task.documents.length))
  return { pages: keywordRows(vocabulary, here, elsewhere, task), unread }
}

export async function nGrams(
  task: NGramsTask,
  shelf: TextShelf,
  watch: Watch
): Promise<ReadyAnswer<WordsAnswer>> {
  const counts = new NGramCounts(task.size, task.least, wordFolder(foldSwitches(task.settings.same)))
  // Two passes over the texts.
  const total = task.documents.length * 2
  const pass = (before: number): Watch => ({
    ...watch,
    howFar: (done) => watch.howFar(before + done, total)
  })
  const unread = await eachText(task, shelf, pass(0), (target, _, furniture, cutting) =>
    counts.estimate(target, furniture, cutting)
  )
  await eachText(task, shelf, pass(task.documents.length), (target, document, furniture, cutting) =>
    counts.count(target, document, furniture, cutting)
  )
  return { pages: counts.rows(), unread }
}

/** Goes through the texts that can be read, and says how many cannot; gives way to other work. */
async function eachText(
  { folder, documents, settings }: CorpusTask,
  shelf: TextShelf,
  { isWanted, howFar }: Watch,
  work: (target: SearchedText, document: number, furniture: ReadonlySet<number>, cutting: WordCutting) => void
): Promise<number> {
  const cutting = cuttings(settings)
  let unread = 0
  let until = performance.now() + sliceMs
  for (const [at, { text, language, furniture }] of documents.entries()) {
    const read = await shelf.text(folder, text)
    if (read.ok) work(read.value, at, new Set(settings.furniture ? [] : furniture), cutting(language))
    else unread++
    if (performance.now() < until) continue
    howFar(at + 1, documents.length)
    await nextTurn()
    stillWanted(isWanted)
    until = performance.now() + sliceMs
  }
  return unread
}
