import { writeFile } from 'node:fs/promises'
import type { HistoryEntry } from '../../../shared/ipc/history-answers'
import type { DocumentId, ThemeId, WorkId } from '../../../shared/model/ids'
import { type PlainState, plainState } from '../../../shared/model/state'
import { coder, makeGroup, makeMemo, makeTheme } from '../../../shared/testing/sample-records'
import { commitImport } from '../../import/commit-import'
import { acceptProposals } from '../../import/decision'
import { parseFile } from '../../import/parse-file'
import { annotateQuote } from '../../services/annotate-by-quote'
import { backUp } from '../../services/backups'
import { readHistory } from '../../services/history'
import { PassingFiles } from '../../store/testing/passing-files'
import { createProject } from '../create'
import { type OpenOptions, openProject } from '../open'
import type { Session } from '../session'
import { endAsKilled } from './killed-session'

/** What a project holds, as far as a person would miss it: its state, its last change, and what can be undone and redone. */
export interface Holding {
  readonly state: PlainState
  readonly seq: number
  readonly undone: readonly HistoryEntry[]
  readonly done: readonly HistoryEntry[]
  /** How many changes can be looked up in the journal. */
  readonly readable: number
}

/** Opens a project without waiting for the disk. Throws where it cannot be opened. */
export async function openSample(folder: string, options: OpenOptions = {}): Promise<Session> {
  const opened = await openProject(folder, { files: new PassingFiles(), ...options })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

/** Everything that an open project holds. */
export async function holdingOf(session: Session): Promise<Holding> {
  await session.loadAll()
  const { entries } = await readHistory(session, { from: null, most: Number.POSITIVE_INFINITY })
  const undone = entries.filter(({ standing }) => standing === 'undone')
  const done = entries.filter(({ standing }) => standing === 'done')
  let readable = 0
  for (let seq = 1; seq <= session.seq; seq++) if (await session.look(seq)) readable++
  return { state: plainState(session.state), seq: session.seq, undone, done, readable }
}

/**
 * Makes a small project of everything that there is: two versions of a work with their imported files, annotations,
 * themes, a group, memos, an alignment, closed segments, things undone, and a backup. `left` changes come after the
 * last snapshot, and the process is killed then; with none, the project is closed.
 */
export async function makeSampleProject(folder: string, { left = 0 } = {}): Promise<Holding> {
  const created = await createProject(folder, 'Sample', coder)
  if (!created.ok) throw new Error(created.error.message)
  const session = await openSample(folder, { segmentBytes: 1500 })
  const flush = () => session.snapshots?.flush()
  const documents: DocumentId[] = []
  for (const [name, text] of [
    ['one.txt', 'The first notice\n\nEvery form is handed in once. Every form is kept.\n'],
    ['two.txt', 'The second notice\r\n\r\nForms are handed in once, at the gate.\r\n']
  ] as const)
    documents.push(await importText(session, `${folder}-${name}`, text))
  await flush()
  const [one, two] = documents
  if (!one || !two) throw new Error('nothing was imported')
  for (const theme of ['Once', 'Gate/Form']) {
    for (const document of documents)
      await annotateQuote(
        session,
        { document, quote: 'handed in once', themePath: theme, memo: 'as said', nth: 1 },
        coder.id
      )
    await flush()
  }
  const work = 'w1' as WorkId
  await session.do({ type: 'work.add', work: { id: work, title: 'Notices', order: [] } }, coder.id)
  for (const id of documents)
    await session.do({ type: 'document.update', id, patch: { works: [work] } }, coder.id)
  const [revisionA, revisionB] = [one, two].map((id) => session.state.documents.get(id)?.revisions[0]?.text)
  if (!revisionA || !revisionB) throw new Error('there are no revisions')
  await session.do(
    { type: 'alignment.set', alignment: { work, a: one, b: two, revisionA, revisionB, links: [] } },
    coder.id
  )
  await session.do({ type: 'theme.add', theme: makeTheme('t1'), index: 0 }, coder.id)
  await flush()
  await session.do({ type: 'group.add', group: makeGroup('g1', ['t1']) }, coder.id)
  await session.do({ type: 'memo.add', memo: makeMemo('m1', { kind: 'project' }) }, coder.id)
  const made = await backUp(session, 'asked')
  if (!made.ok) throw new Error(made.error.message)
  await session.do({ type: 'memo.add', memo: makeMemo('m2', { kind: 'document', id: one }) }, coder.id)
  await session.undo(coder.id)
  await session.do({ type: 'project.rename', name: 'Renamed' }, coder.id)
  await session.undo(coder.id)
  await flush()
  for (let number = 0; number < left; number++) await leftOver(session, number)
  const holding = await holdingOf(session)
  if (left > 0) await endAsKilled(session)
  else await session.close()
  return holding
}

/** A change of another file each time, so that recovery has several to bring up to date. */
async function leftOver(session: Session, number: number): Promise<void> {
  const [document] = session.state.documents.keys()
  if (!document) throw new Error('there is no document')
  const what = number % 4
  if (what === 0)
    await session.do({ type: 'theme.add', theme: makeTheme(`left${number}`), index: 0 }, coder.id)
  else if (what === 1)
    await session.do({ type: 'document.update', id: document, patch: { notes: `${number}` } }, coder.id)
  else if (what === 2)
    await annotateQuote(
      session,
      { document, quote: 'once', themePath: `Left ${number}`, memo: '', nth: 1 },
      coder.id
    )
  else await session.do({ type: 'memo.add', memo: makeMemo(`left${number}`, aboutTheme(session)) }, coder.id)
}

function aboutTheme(session: Session) {
  const [id] = Object.keys(session.state.themes)
  return { kind: 'theme' as const, id: id as ThemeId }
}

async function importText(session: Session, path: string, text: string): Promise<DocumentId> {
  await writeFile(path, text)
  const parsed = await parseFile(path)
  if (!parsed.ok) throw new Error(parsed.error.message)
  const { texts, ...file } = parsed.value
  const [first] = texts
  if (!first) throw new Error('there is no text')
  const imported = await commitImport(
    session,
    { texts: [acceptProposals(path, { ...first, ...file })] },
    coder.id
  )
  const document = imported.ok ? imported.value.documents[0] : undefined
  if (!document) throw new Error('nothing was imported')
  return document.id
}
