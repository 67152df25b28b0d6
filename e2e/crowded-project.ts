import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openProject } from '../src/main/project/open'
import { describe } from '../src/shared/anchoring/describe'
import { codingsOf } from '../src/shared/model/codings'
import type { VariorumDocument } from '../src/shared/model/document'
import type { CoderId, ThemeId } from '../src/shared/model/ids'
import { newId } from '../src/shared/model/new-id'
import type { Result } from '../src/shared/model/result'
import { utf16 } from '../src/shared/model/span'
import type { SimpleOperation } from '../src/shared/operations/operation'
import { canonicalText } from '../src/shared/text/canonical'

/** A name of 175 signs, as titles of notices are. */
export const longName =
  'A notice on the further streamlining of administration, the delegation of powers and the improvement of services to enterprises in all cities, prefectures, counties and districts'
/** The text in which the overlapping highlights lie, all of them over its first words. */
export const crowdedText = 'Province Calls for a Running Start'
export const overlaps = 84

const time = '2026-01-02T03:04:05.000Z'
const colours = ['#a2392b', '#2f7a82', '#6b4fa0', '#3c7a3c', '#b06a00', '#35609a']

/**
 * Makes the sample, lying in a folder that nobody has open, a crowded project: sixty themes in three levels, one of them
 * with a long name on each level, 84 overlapping highlights in one text, and two texts with long titles that begin alike.
 */
export async function crowd(folder: string): Promise<void> {
  const session = done(await openProject(folder))
  await session.loadAll()
  const coder = Object.keys(session.state.info.coders)[0] as CoderId
  const documents = [...session.state.documents.values()]
  const { operations, themes } = codebook()
  const text = documents.find(({ title }) => title.startsWith(crowdedText))
  if (!text) throw new Error('the sample is another')
  operations.push(...(await highlights(folder, text, themes, coder)))
  const bare = documents.filter(({ rendering }) => rendering === 'machine').slice(0, 2)
  for (const [at, { id }] of bare.entries())
    operations.push({
      type: 'document.update',
      id,
      patch: { title: `${longName} (No. ${at + 46})`, works: [] }
    })
  done(await session.do({ type: 'batch', label: 'import', operations }, coder))
  await session.close()
}

function codebook(): { operations: SimpleOperation[]; themes: ThemeId[] } {
  const operations: SimpleOperation[] = []
  const themes: ThemeId[] = []
  const add = (name: string, parent: ThemeId | null, index: number): ThemeId => {
    const id = newId.theme()
    const colour = colours[themes.length % colours.length] ?? '#000000'
    themes.push(id)
    const about = { description: '', inclusion: '', exclusion: '', example: '' }
    operations.push({ type: 'theme.add', theme: { id, name, colour, parent, ...about }, index })
    return id
  }
  for (let a = 0; a < 5; a++) {
    const field = add(a === 4 ? longName : `Field ${a + 1} of policy`, null, a)
    for (let b = 0; b < 3; b++) {
      const matter = add(b === 2 ? `${longName}, ${a}` : `Matter ${a + 1}.${b + 1}`, field, b)
      for (let c = 0; c < 3; c++)
        add(c === 2 ? `${longName}, ${a}.${b}` : `Question ${a + 1}.${b + 1}.${c + 1}`, matter, c)
    }
  }
  return { operations, themes }
}

async function highlights(
  folder: string,
  { id, revisions }: VariorumDocument,
  themes: readonly ThemeId[],
  coder: CoderId
): Promise<SimpleOperation[]> {
  const revision = revisions.at(-1)?.text
  const stored = await readFile(join(folder, 'texts', `${revision}.json`), 'utf8')
  const text = canonicalText(JSON.parse(stored).blocks)
  const first = text.indexOf('Winter is no reason')
  return Array.from({ length: overlaps }, (_, at) => {
    const place = { start: utf16(first + (at % 6)), end: utf16(first + 20 + at) }
    const selector = revision && describe(text, place, revision)
    if (!selector) throw new Error('no place for a highlight')
    // Each carries a theme with a long name, and one beside it.
    const own = [themes[4], themes[at % themes.length]].flatMap((each) => each ?? [])
    const codings = codingsOf([...new Set(own)], coder, time)
    const about = { proposal: null, quality: [], memo: '', parallel: null, created: time, modified: time }
    return {
      type: 'annotation.add' as const,
      annotation: { id: newId.annotation(), document: id, coder, selector, codings, ...about }
    }
  })
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
