import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe as describePassage } from '../../../shared/anchoring/describe'
import type { Annotation } from '../../../shared/model/annotation'
import type { Coding } from '../../../shared/model/coding'
import { codingsOf } from '../../../shared/model/codings'
import type { VariorumDocument } from '../../../shared/model/document'
import type { AnnotationId, CoderId, DocumentId, ThemeId } from '../../../shared/model/ids'
import { span } from '../../../shared/model/span'
import { batchOf } from '../../../shared/operations/batch-of'
import type { SimpleOperation } from '../../../shared/operations/operation'
import { coder, makeDocument } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import { type Committed, commitImport } from '../../import/commit-import'
import { acceptProposals, type SidecarDecision } from '../../import/decision'
import { parseFile } from '../../import/parse-file'
import type { ReadSidecar } from '../../import/read-files'
import { createProject } from '../../project/create'
import { openProject } from '../../project/open'
import type { Session } from '../../project/session'
import { matchSidecar } from '../../services/match-sidecar'

/** A text of a test with what is marked in it, by offsets (UTF-16) that need not stand on whole characters. */
export interface TextToMake {
  readonly id: string
  readonly lines: readonly string[]
  readonly facts?: Partial<VariorumDocument>
  readonly passages?: readonly {
    readonly start: number
    readonly end: number
    readonly facts?: Partial<Annotation>
    readonly codings?: readonly Coding[]
    readonly themes?: readonly string[]
  }[]
}

/** Who brings files into the second project: another person than the one who wrote them. */
const other = { id: 'c9' as CoderId, name: '— another —', colour: '#568536' }

/** Runs with two new projects, of different people, and puts them away. */
export async function withTwoProjects<T>(use: (a: Session, b: Session) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'variorum-exchange-'))
  const open: Session[] = []
  try {
    for (const name of ['one', 'two']) {
      const folder = join(home, name)
      const made = await createProject(folder, name, name === 'one' ? coder : other)
      if (!made.ok) throw new Error(made.error.message)
      const opened = await openProject(folder)
      if (!opened.ok) throw new Error(opened.error.message)
      open.push(opened.value)
    }
    const [a, b] = open
    if (!a || !b) throw new Error('two projects are needed')
    return await use(a, b)
  } finally {
    for (const session of open) await session.close()
    await rm(home, { recursive: true, force: true })
  }
}

/** Brings records and texts into a project as one change. */
export async function fill(
  session: Session,
  records: readonly SimpleOperation[],
  texts: readonly TextToMake[]
): Promise<void> {
  const operations = [...records]
  for (const { id, lines, facts = {}, passages = [] } of texts) {
    const blocks = lines.map((text, at) => ({ kind: 'paragraph' as const, text, number: at + 1 }))
    const revision = await session.contents.addText({ format: 1, blocks })
    const blank = makeDocument(id)
    const [made] = blank.revisions
    if (!made) throw new Error('a document has a revision')
    const document = { ...blank, ...facts, revisions: [{ ...made, text: revision }] }
    operations.push({ type: 'document.add', document })
    for (const [at, { start, end, facts: own = {}, themes = [], codings }] of passages.entries()) {
      const text = canonicalText(blocks)
      const place = span(Math.min(start, text.length), Math.min(end, text.length))
      const selector = describePassage(text, place, revision)
      if (!selector) continue
      const created = own.created ?? '2026-01-02T03:04:05.000Z'
      const by = own.coder ?? coder.id
      operations.push({
        type: 'annotation.add',
        annotation: {
          id: `${id}a${at}` as AnnotationId,
          document: document.id,
          coder: by,
          created,
          modified: created,
          selector,
          proposal: null,
          codings: codings ? [...codings] : codingsOf(themes as ThemeId[], by, created),
          quality: [],
          memo: '',
          parallel: null,
          ...own
        }
      })
    }
  }
  const all = batchOf('import', operations)
  if (!all) return
  const done = await session.do(all, coder.id)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}

/** Brings a file into a project as the headless command does: every proposal taken as it is. What it says of texts that lie elsewhere is on `about`, else on the text that it is taken to speak of. */
export async function bringIn(
  session: Session,
  name: string,
  content: Uint8Array | string,
  about?: DocumentId
): Promise<Committed> {
  const path = join(session.folder, '..', name)
  await writeFile(path, content)
  const parsed = await parseFile(path)
  if (!parsed.ok) throw new Error(parsed.error.message)
  const { texts, sidecars, ...file } = parsed.value
  const wanted = texts.map((text) => acceptProposals(path, { ...text, ...file }))
  const read: ReadSidecar[] = sidecars.map((each) => ({ path, shown: path, name, warnings: [], about: each }))
  const meant = about ? null : await matchSidecar(session, new Map(), read)
  const said = sidecars.flatMap((each, at): SidecarDecision[] => {
    const text = about ? { document: about } : meant?.[at]?.text
    return text ? [{ about: each, text, replace: false }] : []
  })
  const hasCodebook = texts.length === 0 && file.brought.codebook.length > 0
  const codebook: SidecarDecision = { about: { kind: 'codebook', brought: file.brought } }
  const done = await commitImport(
    session,
    { texts: wanted, sidecars: hasCodebook ? [...said, codebook] : said },
    other.id in session.state.info.coders ? other.id : coder.id
  )
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}
