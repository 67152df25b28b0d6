import { appError, reasonOf } from '../../shared/model/app-error'
import type { Original } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import type { AppError } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { canonicalText } from '../../shared/text/canonical'
import type { ContentStore } from '../store/content-store'
import { isCode } from '../store/files'
import { sha256 } from '../store/hash'

interface Tools {
  found(problem: AppError): void
  step(): void
}

/** Reads each text and original that a document names. Returns the length of every sound text, by its hash. */
export async function verifyContents(
  state: ProjectState,
  contents: ContentStore,
  { found, step }: Tools
): Promise<(hash: ContentHash) => Promise<string | null>> {
  for (const document of state.documents.values()) {
    step()
    for (const { text } of document.revisions) {
      const read = await contents.readText(text)
      if (!read.ok) found(read.error)
      else if (text === document.revisions.at(-1)?.text) {
        const beyond = document.furniture.find((index) => index >= read.value.blocks.length)
        if (beyond !== undefined)
          found(appError('Damaged', 'recordMissing', { what: `${document.title}: ${beyond}` }))
      }
    }
    const originals = [document.original, ...document.revisions.flatMap((each) => each.original ?? [])]
    for (const original of originals) {
      const problem = await originalProblem(original, contents)
      if (problem) found(appError('Damaged', problem.key, { ...problem, title: document.title }))
    }
    for (const work of document.works)
      if (!state.works.has(work)) found(appError('Damaged', 'recordMissing', { what: work }))
  }
  return async (hash) => {
    const read = await contents.readText(hash)
    return read.ok ? canonicalText(read.value.blocks) : null
  }
}

async function originalProblem(original: Original, contents: ContentStore) {
  const { name, sha256: hash } = original
  try {
    const bytes = await contents.readOriginal(original)
    return sha256(bytes) === hash ? null : { key: 'originalDamaged' as const, name, reason: '' }
  } catch (error) {
    const missing = isCode(error, 'ENOENT')
    return {
      key: missing ? ('originalMissing' as const) : ('originalDamaged' as const),
      name,
      reason: reasonOf(error)
    }
  }
}
