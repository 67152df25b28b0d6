import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Arrangement, needsOf } from '../../shared/concordance/arrange'
import type { ConcordanceGroup } from '../../shared/concordance/lines'
import type { Trail } from '../../shared/concordance/trail'
import { themeNames } from '../../shared/excerpts/theme-path'
import type { ThemeId } from '../../shared/model/ids'
import type { ProjectState } from '../../shared/model/state'
import { type Copies, type CopyFacts, copyFacts } from '../../shared/recycled/copies'
import { forEachYielding } from '../store/cooperative'
import { type Answering, type AnswerParts, saidBeside } from './line-answers'
import { themesOver } from './line-codings'
import type { Lines } from './questions'
import type { TextThread } from './text-thread'

/** What is known already is taken for so long before others are heard, in milliseconds. */
const sliceMs = 12

/** Work that tells how far it is, and can be given up. */
export interface Progress {
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/** What finds where texts repeat each other. */
export interface CopyParts {
  readonly copies: (waiting: Progress) => Promise<Copies>
}

/** Goes a trail over all lines: what the texts say is looked up in the thread, what the project says here. */
export async function arrangement(
  parts: AnswerParts & CopyParts & { readonly thread: TextThread },
  lines: Lines,
  trail: Trail,
  progress: Progress
): Promise<Arrangement & { readonly documents: number }> {
  const needs = needsOf(trail)
  const { state } = parts.session
  const themes = needs.themes ? await themesOfLines(state, lines) : null
  const answers = needs.answers ? await answersOfLines(parts, lines, trail, progress) : null
  const copies = needs.copies ? await copiesOfLines(parts, lines, progress) : null
  const { library } = lines
  const task = { ...lines, library: library.number, trail, themes, copies, answers }
  const made = await parts.thread.ask('arrange', task, progress.signal, { library })
  const documents = new Set<number>()
  for (const line of made.order) documents.add(lines.document[line] ?? 0)
  const isByTheme = trail.findLast((step) => step.do === 'group')?.grouping?.by === 'theme'
  const groups = made.groups && isByTheme ? made.groups.map((each) => named(state, each)) : made.groups
  return { ...made, groups, documents: documents.size }
}

function named({ themes }: ProjectState, group: ConcordanceGroup): ConcordanceGroup {
  return group.key === '' ? group : { ...group, label: themeNames(themes, group.key as ThemeId).join(' / ') }
}

async function themesOfLines(state: ProjectState, lines: Lines): Promise<ThemeId[][]> {
  const { documents, texts } = lines.library
  for (const at of new Set(lines.document)) {
    const document = documents[at]
    if (document) await state.annotations.prepare(document.id)
  }
  const over = themesOver(state)
  const themes: ThemeId[][] = []
  await forEachYielding(lines.document.entries(), ([line, at]) => {
    const document = documents[at]
    const text = texts[at]
    themes.push(document && text ? over(document.id, text, lines.start[line] ?? 0, lines.end[line] ?? 0) : [])
  })
  return themes
}

async function copiesOfLines({ copies }: CopyParts, lines: Lines, progress: Progress): Promise<CopyFacts> {
  const { documents, texts } = lines.library
  const searched = documents.flatMap(({ id }, at) => {
    const text = texts[at]
    return text === undefined ? [] : [{ id, text }]
  })
  return copyFacts(lines, searched, await copies(progress))
}

/** The words that answer each line in the version that the trail asks about. */
async function answersOfLines(
  parts: AnswerParts,
  lines: Lines,
  trail: Trail,
  { signal, progress }: Progress
): Promise<string[]> {
  const version = versionAsked(trail)
  const said: string[] = []
  let until = performance.now() + sliceMs
  for (const [line, at] of lines.document.entries()) {
    if (performance.now() > until) {
      await nextTurn()
      until = performance.now() + sliceMs
    }
    signal.throwIfAborted()
    progress(line, lines.document.length)
    const document = lines.library.documents[at]
    const text = lines.library.texts[at]
    if (!document || !text) {
      said.push('')
      continue
    }
    const name = { document: document.id, start: lines.start[line] ?? 0, end: lines.end[line] ?? 0 }
    said.push((await saidBeside(parts, name, text, version)).toLowerCase())
  }
  return said
}

/** Whose words a trail sorts or groups by; what was named last. */
function versionAsked(trail: Trail): Answering {
  const asked = trail.flatMap((step): Answering[] => {
    if (step.do === 'order') return step.keys.filter((key) => key.by === 'answer')
    const grouping =
      step.do === 'group' ? step.grouping : step.selection.by === 'group' ? step.selection.grouping : null
    return grouping?.by === 'answer' ? [grouping] : []
  })
  return asked.findLast(({ version, kind }) => version !== null || kind !== undefined) ?? { version: null }
}
