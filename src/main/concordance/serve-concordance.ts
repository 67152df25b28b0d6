import { arrange, needsOf } from '../../shared/concordance/arrange'
import { cuttings } from '../../shared/concordance/cut-words'
import { type LineContext, lineContext } from '../../shared/concordance/line-context'
import { span } from '../../shared/model/span'
import { type IsWanted, type Port, PortTalk } from '../workers/port-talk'
import { CorpusWords } from './corpus-words'
import { DiskCache } from './disk-cache'
import { LineGatherer } from './gather-lines'
import type {
  ContextsTask,
  KeywordsTask,
  Library,
  Lines,
  NGramsTask,
  ToMain,
  ToThread,
  WordListTask
} from './questions'
import { type ReadyAnswer, ReadyAnswers } from './ready-answers'
import { runSearch } from './run-search'
import { TextShelf } from './text-shelf'
import { collocates, keywords, nGrams, textSizes, wordList } from './thread-statistics'

/** What is made ready is kept once nobody has searched for so long, in milliseconds. */
const quietMs = 1500

/**
 * Answers at a port what concordances ask; the texts stay here.
 * @param cacheFolder where what is made ready is kept for another day; null: nowhere
 */
export function serveConcordance(port: Port, cacheFolder: string | null = null): void {
  const cache = cacheFolder === null ? null : new DiskCache(cacheFolder)
  const shelf = new TextShelf(cache)
  const gatherer = new LineGatherer(shelf)
  const words = new CorpusWords(shelf, cache)
  const ready = new ReadyAnswers()
  let quiet: NodeJS.Timeout | undefined
  let under = 0
  const isQuiet = () => under === 0
  const keepSoon = () => {
    clearTimeout(quiet)
    if (!cache || !isQuiet()) return
    quiet = setTimeout(() => void shelf.keep(isQuiet).then(() => words.keep(isQuiet)), quietMs).unref()
  }
  /** Work that somebody waits for: nothing is put away meanwhile, for writing holds up the thread. */
  const awaited = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    under++
    try {
      return await work()
    } finally {
      under--
      keepSoon()
    }
  }
  /** A page of what takes long to count, and is kept for the next page. */
  const counted = <Answer>(
    question: string,
    page: { readonly from: number; readonly count: number },
    make: () => Promise<ReadyAnswer<Answer>>,
    isWanted: IsWanted
  ): Promise<Omit<Answer, 'unread'> & { readonly unread: number }> =>
    awaited(() => ready.page(question, page, make, isWanted))
  const wanted = new Set<string>()
  const libraries = new Map<number, Library>()
  const withLibrary = <T extends { readonly library: number }>(task: T) => {
    const library = libraries.get(task.library)
    if (!library) throw new Error('a library that this thread was not told of')
    return { ...task, library }
  }
  const talk: PortTalk<ToThread, ToMain> = new PortTalk<ToThread, ToMain>(port, {
    library: async ({ library, forget }) => {
      libraries.set(library.number, library)
      for (const number of forget) libraries.delete(number)
      return null
    },
    search: (task) =>
      awaited(async () => {
        wanted.add(task.id)
        try {
          await runSearch(
            withLibrary(task),
            shelf,
            (news) => talk.ask('found', news),
            () => wanted.has(task.id)
          )
          return null
        } finally {
          wanted.delete(task.id)
        }
      }),
    cancel: async (id) => {
      wanted.delete(id)
      return null
    },
    contexts: (task) => awaited(() => contexts(task, shelf)),
    arrange: ({ trail, themes, copies, answers, ...task }) =>
      awaited(async () => {
        const lines: Lines = withLibrary(task)
        const gathered = await gatherer.gather(lines, needsOf(trail))
        const { documents } = lines.library
        return arrange({ ...lines, documents, ...gathered, themes, copies, answers }, trail)
      }),
    collocates: (task, isWanted) => {
      const { version, left, right, by, least } = task
      const lines: Lines = withLibrary(task.lines)
      const question = `collocates ${lines.id} ${version} ${left} ${right} ${by} ${least}`
      return counted(question, task, () => collocates({ ...task, lines }, shelf, words, isWanted), isWanted)
    },
    textSizes: (task, isWanted) => awaited(() => textSizes(task, words, isWanted)),
    wordList: (task, isWanted, howFar) =>
      counted(questionOf('words', task), task, () => wordList(task, words, { isWanted, howFar }), isWanted),
    nGrams: (task, isWanted, howFar) =>
      counted(questionOf('sequences', task), task, () => nGrams(task, shelf, { isWanted, howFar }), isWanted),
    keywords: (task, isWanted, howFar) =>
      counted(
        questionOf('keywords', task),
        task,
        () => keywords(task, words, { isWanted, howFar }),
        isWanted
      ),
    forget: async (id) => {
      gatherer.forget(id)
      return null
    }
  })
}

/** What tells a question from others, whichever of its rows are asked for. */
function questionOf(
  name: string,
  { from: _, count: __, ...task }: WordListTask | NGramsTask | KeywordsTask
): string {
  return `${name} ${JSON.stringify(task)}`
}

async function contexts(
  { folder, settings, length, places }: ContextsTask,
  shelf: TextShelf
): Promise<(LineContext | null)[]> {
  const cutting = cuttings(settings)
  const found: (LineContext | null)[] = []
  for (const { text, language, start, end } of places) {
    const target = await shelf.text(folder, text)
    found.push(target.ok ? lineContext(target.value, span(start, end), length, cutting(language)) : null)
  }
  return found
}
