import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Answer } from '../../shared/ipc/answers'
import type { Input } from '../../shared/ipc/contract'
import type { ImportedText, ImportFile, ImportSidecar } from '../../shared/ipc/import-answers'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { err, ok } from '../../shared/model/result'
import { countWords } from '../../shared/text/words'
import { importReport } from '../export/import-report'
import { removeUnpacked } from '../import/collect-files'
import { commitImport } from '../import/commit-import'
import { type Decision, recordFrom, type SidecarDecision, workTitle } from '../import/decision'
import { type IncomingText, type ReadSidecar, readAgain, readFiles } from '../import/read-files'
import { statedFacts } from '../import/sidecars/stated-facts'
import type { Session } from '../project/session'
import { detectDuplicates } from '../services/detect-duplicates'
import { matchSidecar, type SidecarMatch } from '../services/match-sidecar'
import { writeDurably } from '../store/durable-file'
import type { AppHost } from './app-host'
import type { Handlers, MethodsOf } from './handler-types'
import type { PendingImport, PendingText } from './pending-imports'

/** What a window takes in at once without dropping a frame. */
const mostLetters = 40_000
const mostFiles = 25

export const importHandlers: Handlers<MethodsOf<'import'>> = {
  'import.choose': async (host, what) => {
    const { desktop } = host.parts
    if (what === 'files') return ok(await desktop.chooseFiles())
    const folder = await desktop.chooseFolder('import')
    return ok(folder === null ? [] : [folder])
  },

  'import.read': async (host, paths, client) => {
    const { session } = host
    if (!session.ok) return session
    const own = host.imports.of(client)
    const signal = own.begin()
    const { read, sidecars, unpacked } = await readFiles(
      host.parts.parser,
      session.value.state,
      paths,
      seldom((done, total) => client.send('importProgress', { done, total })),
      signal
    )
    const none = ok({ files: 0, sidecars: [] })
    if (signal.aborted) {
      await removeUnpacked({ unpacked })
      return none
    }
    await own.take(read, unpacked)
    const meant = await matchSidecar(session.value, own.files, sidecars)
    if (signal.aborted) return none
    const told = sidecars.map((each, index) => keepSidecar(own, each, meant[index] ?? null))
    return ok({ files: read.length, sidecars: told })
  },

  'import.files': (host, { after }, client) => {
    const files: ImportFile[] = []
    let letters = 0
    for (const [key, file] of [...host.imports.of(client).files].slice(after)) {
      if (letters > mostLetters || files.length >= mostFiles) break
      const one = shown(key, file)
      files.push(one)
      letters += one.parsed?.blocks.reduce((sum, { text }) => sum + text.length, 0) ?? 0
    }
    return Promise.resolve(ok(files))
  },

  'import.readAgain': async (host, { key, reading, options }, client) => {
    const { session } = host
    if (!session.ok) return session
    const own = host.imports.of(client)
    const { files, readingAgain } = own
    const before = files.get(key)
    if (!before) return err(appError('Invalid', 'badRequest', { reason: key }))
    const { path } = before
    const isOther = err(appError('Conflict', 'importReadAgain', { name: before.name }))
    if (before.reading !== reading || readingAgain.has(path)) return isOther
    readingAgain.add(path)
    try {
      const read = await readAgain(host.parts.parser, () => session.value.state, before, options)
      // Given up, or brought in, while it was read.
      if (files.get(key) !== before) return isOther
      const removed = [...files].flatMap(([each, file]) => (file.path === path ? [each] : []))
      for (const each of removed) files.delete(each)
      const next = read.map((file) => ({ ...file, reading: reading + 1 }))
      // A text keeps its key, by which what is said of it names it.
      return ok({ removed, files: next.map((file, at) => keep(own, file, removed[at])) })
    } finally {
      readingAgain.delete(path)
    }
  },

  'import.commit': async (host, wanted, client) => {
    const { coding } = host
    if (!coding.ok) return coding
    const own = host.imports.of(client)
    if (own.isCommitting) return err(appError('Conflict', 'importCommitting'))
    own.isCommitting = true
    try {
      return await commit(host, coding.value, own, wanted)
    } finally {
      own.isCommitting = false
    }
  },

  'import.matches': async (host, _, client) => {
    const { session } = host
    if (!session.ok) return session
    const incoming = new Map(
      [...host.imports.of(client).files].flatMap(([key, { result, known }]) =>
        result.ok && known === null ? [[key, result.value] as const] : []
      )
    )
    return ok(await detectDuplicates(session.value, host.parts.aligner, incoming))
  },

  'import.paste': async (host, _, client) => {
    const text = await host.parts.desktop.readClipboard()
    if (text.trim() === '') return ok(null)
    const folder = await host.imports.of(client).pasteFolder()
    const name =
      text
        .trim()
        .slice(0, 40)
        .replace(/[\p{Cc}/\\<>:"|?*.]+/gu, ' ')
        .trim() || 'text'
    const file = join(folder, `${name}.txt`)
    await writeFile(file, text)
    return ok(file)
  },

  'import.report': async (host, _, client) => {
    const { desktop, preferences } = host.parts
    const { files, sidecars } = host.imports.of(client)
    const file = await desktop.chooseSave('import', 'csv')
    if (file === null) return ok(null)
    try {
      await writeDurably(
        file,
        importReport([...files.values()], [...sidecars.values()], preferences.preferences.language)
      )
      return ok({ file })
    } catch (error) {
      return err(appError('StorageFailed', 'exportFailed', { file: basename(file), reason: reasonOf(error) }))
    }
  },

  'import.cancel': async (host, _, client) => {
    await host.imports.of(client).end()
    return ok(null)
  }
}

async function commit(
  host: AppHost,
  { session, coder }: { readonly session: Session; readonly coder: CoderId },
  own: PendingImport,
  { texts, sidecars }: Input<'import.commit'>
): Promise<Answer<'import.commit'>> {
  const decisions: Decision[] = []
  for (const { key, reading, metadata, work, furniture } of texts) {
    const file = own.files.get(key)
    if (!file?.result.ok) return err(appError('Invalid', 'badRequest', { reason: key }))
    if (file.reading !== reading || own.readingAgain.has(file.path))
      return err(appError('Conflict', 'importReadAgain', { name: file.name }))
    decisions.push({ path: file.path, parsed: file.result.value, metadata, work, furniture, key })
  }
  const said = sidecars.flatMap(({ key, text, replace }): SidecarDecision[] => {
    const about = own.sidecars.get(key)?.about
    if (about?.kind === 'codebook') return [{ about }]
    return about && text ? [{ about, text, replace }] : []
  })
  const done = await commitImport(session, { texts: decisions, sidecars: said }, coder, (text, quotes) =>
    host.parts.reanchorer.quotes(text, quotes)
  )
  if (!done.ok) return done
  const { documents, outcomes, highlights, references, said: fates } = done.value
  const refused = outcomes.flatMap(({ error }) => error ?? [])
  const [first] = refused
  // Nothing came in: what was read stays, to be looked at once more.
  if (first && refused.length === texts.length && said.length === 0) return err(first)
  await own.end()
  // What waits is counted by the highlights themselves.
  const outside = fates.flat().filter(({ key }) => key === 'passagesOutsideText')
  const warnings = [...outcomes.flatMap((outcome) => outcome.warnings), ...outside]
  return ok({
    documents: documents.map((document) => document.id),
    refused,
    warnings,
    highlights,
    references
  })
}

/** Progress is told ten times a second, and at its end: more than that nobody sees. */
function seldom(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const now = performance.now()
    if (done < total && now - last < 100) return
    last = now
    tell(done, total)
  }
}

function keep(own: PendingImport, file: PendingText, key = own.key('f')): ImportFile {
  own.files.set(key, file)
  return shown(key, file)
}

function keepSidecar(own: PendingImport, sidecar: ReadSidecar, meant: SidecarMatch | null): ImportSidecar {
  const key = own.key('c')
  own.sidecars.set(key, sidecar)
  const { name, warnings, about } = sidecar
  return { key, name, warnings, about: told(about), meant }
}

function told(about: ReadSidecar['about']): ImportSidecar['about'] {
  if (about.kind === 'reference') return { kind: 'reference', of: about.of, facts: statedFacts(about.facts) }
  if (about.kind === 'highlights') {
    const { of, quotes } = about
    const sample = (quotes.find(({ exact }) => exact !== '')?.exact ?? '').slice(0, 120)
    return { kind: 'highlights', of, count: quotes.length, sample }
  }
  const { codebook, groups, memos } = about.brought
  return { kind: 'codebook', themes: codebook.length, groups: groups.length, memos: memos.length }
}

function shown(key: string, { reading, name, path, known, result }: PendingText): ImportFile {
  const parsed = result.ok ? textShown(result.value) : null
  return {
    key,
    reading,
    name,
    path,
    known,
    error: result.ok ? null : result.error,
    work: result.ok && result.value.aligned !== null ? workTitle(path, result.value.aligned) : '',
    parsed
  }
}

/** What a window shows of a text; the codebook and the passages that come with it stay here. */
function textShown(text: IncomingText): ImportedText {
  const { brought: _, notes: __, passages, author, ...own } = text
  // Comments are told already.
  const highlights = own.warnings.some(({ key }) => key === 'comments') ? 0 : passages.length
  return { ...own, csl: recordFrom(author), highlights, words: wordsIn(text) }
}

function wordsIn({ blocks }: IncomingText): number {
  return blocks.reduce((sum, { text, furniture }) => sum + (furniture ? 0 : countWords(text)), 0)
}
