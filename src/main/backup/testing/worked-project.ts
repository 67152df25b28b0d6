import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { coder } from '../../../shared/testing/sample-records'
import { commitImport } from '../../import/commit-import'
import { acceptProposals } from '../../import/decision'
import { parseFile } from '../../import/parse-file'
import { createProject } from '../../project/create'
import { openProject } from '../../project/open'
import type { Session } from '../../project/session'
import { annotateQuote } from '../../services/annotate-by-quote'

export async function openFor(folder: string, segmentBytes?: number): Promise<Session> {
  const opened = await openProject(folder, segmentBytes ? { segmentBytes } : {})
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

/** Imports a text of so many words that nothing else says. */
export async function importText(session: Session, home: string, title: string): Promise<void> {
  const path = join(home, 'sources', `${title}.txt`)
  await mkdir(join(home, 'sources'), { recursive: true })
  await writeFile(path, `${title}\n\nEvery form is handed in once. ${title} is kept at the gate.\n`)
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
  if (!imported.ok) throw new Error(imported.error.message)
  await session.snapshots?.flush()
  for (const document of imported.value.documents)
    await annotateQuote(
      session,
      { document: document.id, quote: 'handed in once', themePath: `Once/${title}`, memo: title, nth: 1 },
      coder.id
    )
  await session.snapshots?.flush()
}

/** A project with texts, originals, annotations and several closed segments of the journal; open. */
export async function workedProject(home: string, folder = join(home, 'project')): Promise<Session> {
  const created = await createProject(folder, 'Forms & gates', coder)
  if (!created.ok) throw new Error(created.error.message)
  const session = await openFor(folder, 1200)
  for (const title of ['The first notice', 'The second notice', 'The third notice'])
    await importText(session, home, title)
  return session
}
