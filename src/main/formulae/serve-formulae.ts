import { setImmediate as nextTurn } from 'node:timers/promises'
import { gatherPool, placesOf } from '../../shared/formulae/gather-pool'
import { FormulaMiner, type MinedText, partsOutside } from '../../shared/formulae/miner'
import { pooledOf, proposeRenderings, settleRivals } from '../../shared/formulae/propose'
import { TokenFolder } from '../../shared/formulae/tokens'
import { DiskCache } from '../concordance/disk-cache'
import { TextShelf } from '../concordance/text-shelf'
import { type Recycled, recycledPassages, recycleTexts } from '../recycled/recycle-texts'
import { chineseLexicon } from '../workers/lexicon'
import { type Port, PortTalk } from '../workers/port-talk'
import type { FormulaText, MineTask, ProposeTask, ToFormulaMain, ToFormulaThread } from './formula-questions'
import { OccurrenceMemo } from './occurrence-memo'

/** A text is read so often again while texts are mined that other questions are heard between, in milliseconds. */
const sliceMs = 12

/** What was mined last: another text is added to it, where all others are the same. */
interface Mined {
  readonly miner: FormulaMiner
  readonly texts: FormulaText[]
}

/** What was found is kept once nobody has asked for so long, in milliseconds. */
const quietMs = 1500

/**
 * Answers at a port what is asked about formulae; the texts stay here.
 * @param cacheFolder where what was found is kept for another day; null: nowhere
 */
export function serveFormulae(port: Port, cacheFolder: string | null = null): void {
  const shelf = new TextShelf()
  const wanted = new Set<string>()
  const memo = new OccurrenceMemo(shelf, cacheFolder === null ? null : new DiskCache(cacheFolder))
  let quiet: NodeJS.Timeout | undefined
  let known: Mined | null = null
  let recycled: Recycled | null = null
  /** One after another: each adds to what the one before it found. */
  let recycling: Promise<unknown> = Promise.resolve()
  const talk: PortTalk<ToFormulaThread, ToFormulaMain> = new PortTalk<ToFormulaThread, ToFormulaMain>(port, {
    occurrences: async (task) => {
      clearTimeout(quiet)
      try {
        return await memo.occurrences(task)
      } finally {
        quiet = setTimeout(() => void memo.keep(), quietMs).unref()
      }
    },
    mine: async (task) => {
      wanted.add(task.id)
      try {
        const mined = await mine(task, shelf, known, {
          isWanted: () => wanted.has(task.id),
          told: (done) => talk.ask('mined', { id: task.id, done, total: task.texts.length })
        })
        if (!mined) {
          known = null
          return null
        }
        known = mined
        const texts = await wordsOf(mined.texts, task.folder, shelf)
        return mined.miner.candidates((document) => texts(document), task.most)
      } finally {
        wanted.delete(task.id)
      }
    },
    recycled: async (task) => {
      wanted.add(task.id)
      const look = async () => {
        recycled = await recycleTexts(
          {
            ...task,
            isWanted: () => wanted.has(task.id),
            told: (done) => talk.ask('mined', { id: task.id, done, total: task.texts.length })
          },
          shelf,
          recycled
        )
        return recycled && recycledPassages(recycled, task.works, task.most)
      }
      const looked = recycling.then(look).finally(() => wanted.delete(task.id))
      recycling = looked.catch(() => {})
      return looked
    },
    propose: (task) => propose(task, shelf),
    cancel: async (id) => {
      wanted.delete(id)
      return null
    }
  })
}

interface Watch {
  isWanted(): boolean
  told(done: number): Promise<unknown>
}

async function mine(
  task: MineTask,
  shelf: TextShelf,
  before: Mined | null,
  { isWanted, told }: Watch
): Promise<Mined | null> {
  const goesOn = before?.texts.every((each, at) => sameText(each, task.texts[at])) ?? false
  const mined = before && goesOn ? before : { miner: new FormulaMiner(), texts: [] as FormulaText[] }
  const fresh = task.texts.slice(mined.texts.length)
  let until = performance.now() + sliceMs
  for (const pass of ['look', 'gather'] as const)
    for (const [at, own] of fresh.entries()) {
      if (!isWanted()) return null
      const text = await minedText(own, mined.texts.length + at, task.folder, shelf)
      if (text) mined.miner[pass](text)
      if (performance.now() > until) {
        await told(Math.round((at + (pass === 'gather' ? fresh.length : 0)) / 2))
        await nextTurn()
        until = performance.now() + sliceMs * 8
      }
    }
  return { miner: mined.miner, texts: [...mined.texts, ...fresh] }
}

function sameText(a: FormulaText, b: FormulaText | undefined): boolean {
  return a.text === b?.text && a.language === b.language && a.furniture.join() === b.furniture.join()
}

async function minedText(
  { text, language, furniture }: FormulaText,
  document: number,
  folder: string,
  shelf: TextShelf
): Promise<MinedText | null> {
  const read = await shelf.text(folder, text)
  if (!read.ok) return null
  const parts = partsOutside(read.value.blocks, new Set(furniture))
  return { document, text: read.value.text, language, parts }
}

/** The texts by their place in the row, all read. */
async function wordsOf(texts: readonly FormulaText[], folder: string, shelf: TextShelf) {
  const all: string[] = []
  for (const { text } of texts) {
    const read = await shelf.text(folder, text)
    all.push(read.ok ? read.value.text : '')
  }
  return (document: number) => all[document] ?? ''
}

async function propose({ folder, texts, formulae, pool, least }: ProposeTask, shelf: TextShelf) {
  const lexicon = chineseLexicon()
  const textOf = await wordsOf(texts, folder, shelf)
  const folded = new TokenFolder()
  const english = texts.flatMap((each, document) =>
    each.language.startsWith('zh')
      ? []
      : [{ document, text: textOf(document), row: folded.tokens(textOf(document)) }]
  )
  const heads = new Map(pool.map(({ key, head }) => [key, head]))
  const general = pool.filter(({ script }) => script === 'en').map(pooledOf)
  const quoted = new Set(general.filter((each) => each.quoted).map(({ key }) => key))
  const all = []
  for (const one of formulae) {
    const near = gatherPool(english, one, folded, lexicon)
    const knownHeads = one.decided.flatMap((key) => heads.get(key) ?? []).filter((head) => head !== '')
    const isQuoted = one.decided.some((key) => quoted.has(key))
    const own = {
      decided: new Set(one.decided),
      heads: knownHeads,
      quoted: isQuoted,
      stands: placesOf(english, one.known, folded)
    }
    const task = { ...one, ...own, pool: [...general, ...near] }
    all.push(proposeRenderings(task, lexicon).slice(0, 100))
    await nextTurn()
  }
  return settleRivals(all).map((own) => own.filter(({ probability }) => probability >= least))
}
