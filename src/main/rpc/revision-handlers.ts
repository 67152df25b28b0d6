import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { appError, gone, reasonOf } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import type { Block } from '../../shared/model/text-content'
import { numberBlocks } from '../import/store-text'
import type { Session } from '../project/session'
import { makeRevision, planRevision, type RevisionPlan, withCorrection } from '../services/revise'
import { readText } from '../services/texts'
import { sha256 } from '../store/hash'
import type { AppHost } from './app-host'
import type { Handlers } from './handler-types'

export type Revising =
  | 'document.readRevision'
  | 'document.correct'
  | 'document.planReimport'
  | 'document.reimport'

/** Correcting a text: a new revision, in which the annotations are found again. */
export const revisionHandlers: Handlers<Revising> = {
  'document.readRevision': async (host, { document: id, revision }) => {
    const { session } = host
    if (!session.ok) return session
    const document = session.value.state.documents.get(id)
    if (!document?.revisions.some((each) => each.text === revision)) return err(gone('revision', revision))
    const text = await session.value.contents.text(revision)
    if (!text.ok) return text
    const own = [...(session.value.state.annotations.get(id)?.entries() ?? [])]
    const annotations = Object.fromEntries(own.filter(([, each]) => each.selector.revision === revision))
    return ok({ revision, blocks: text.value.blocks, annotations })
  },

  'document.correct': async (host, { document: id, revision, block, text }) => {
    const { coding } = host
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    const read = await readText(session, id)
    if (!read.ok) return read
    const { document, blocks } = read.value
    if (currentText(document) !== revision)
      return err(appError('Conflict', 'documentChanged', { title: document.title }))
    if (!blocks[block]) return err(appError('NotFound', 'blockMissing'))
    if (text.trim() === '') return err(appError('Invalid', 'blockEmpty'))
    const { furniture } = document
    const next = {
      blocks: withCorrection(blocks, block, text),
      furniture,
      reason: 'correction' as const,
      original: null
    }
    const plan = await planRevision(session, host.parts.reanchorer, document, next)
    if (!plan.ok) return plan
    const made = await makeRevision(session, host.parts.reanchorer, plan.value, coder)
    return made.ok ? ok({ fate: made.value }) : made
  },

  'document.planReimport': async (host, { document: id, path }, client) => {
    const { session } = host
    if (!session.ok) return session
    const [file] = path === undefined ? await host.parts.desktop.chooseFiles() : [path]
    if (file === undefined) return ok(null)
    const read = await readText(session.value, id)
    if (!read.ok) return read
    const plan = await planFromFile(host, session.value, file, id)
    if (!plan.ok) return plan
    host.imports.of(client).revision = { id, plan: plan.value.plan, bytes: plan.value.bytes }
    const [old, now] = [textsOf(read.value.blocks), textsOf(plan.value.plan.next.blocks)]
    const count = (from: ReadonlySet<string>, in_: ReadonlySet<string>) =>
      [...from].filter((each) => !in_.has(each)).length
    return ok({
      name: basename(file),
      fate: plan.value.plan.fate,
      added: count(now, old),
      removed: count(old, now)
    })
  },

  'document.reimport': async (host, id, client) => {
    const { coding } = host
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    const own = host.imports.of(client)
    const pending = own.revision
    if (pending?.id !== id) return err(gone('document', id))
    const { plan, bytes } = pending
    try {
      if (plan.next.original) await session.contents.addOriginal(bytes, plan.next.original.extension)
    } catch (error) {
      return err(
        appError('StorageFailed', 'changeNotSaved', { folder: session.folder, reason: reasonOf(error) })
      )
    }
    const made = await makeRevision(session, host.parts.reanchorer, plan, coder)
    if (!made.ok) return made
    if (own.revision === pending) own.revision = null
    return ok({ fate: made.value })
  }
}

async function planFromFile(
  host: AppHost,
  session: Session,
  file: string,
  id: DocumentId
): Promise<Result<{ plan: RevisionPlan; bytes: Buffer }>> {
  const document = session.state.documents.get(id)
  if (!document) return err(appError('NotFound', 'documentMissing', { name: id }))
  const parsed = await host.parts.parser.parse(file)
  if (!parsed.ok) return parsed
  const [text] = parsed.value.texts
  const name = basename(file)
  if (!text) return err(appError('Invalid', 'fileWithoutText', { name }))
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    return err(appError('NotFound', 'fileUnreadable', { name, reason: reasonOf(error) }))
  }
  if (sha256(bytes) !== parsed.value.sha256) return err(appError('Conflict', 'fileChanged', { name }))
  const furniture = text.blocks.flatMap((block, index) => (block.furniture ? [index] : []))
  const blocks = numberBlocks(text, new Set(furniture))
  const original = {
    name,
    sha256: sha256(bytes),
    extension: extname(file).slice(1).toLowerCase(),
    bytes: bytes.length,
    encoding: parsed.value.encoding
  }
  const next = { blocks, furniture, reason: 'reimport' as const, original }
  const plan = await planRevision(session, host.parts.reanchorer, document, next)
  return plan.ok ? ok({ plan: plan.value, bytes }) : plan
}

function textsOf(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.map((block) => block.text))
}
