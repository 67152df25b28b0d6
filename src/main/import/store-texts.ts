import { basename } from 'node:path'
import { appError } from '../../shared/model/app-error'
import { VariorumDocument } from '../../shared/model/document'
import type { ImportWarning } from '../../shared/model/import-warning'
import { type AppError, ok, type Result } from '../../shared/model/result'
import type { Block } from '../../shared/model/text-content'
import type { Session } from '../project/session'
import type { Decision } from './decision'
import { fitDecision } from './fit/fit-decision'
import { Fitter } from './fit/fitter'
import { storeText } from './store-text'

/** A text that was written into the project's folder, or why it was not. */
export type StoredText =
  | { readonly error: AppError }
  | {
      readonly error: null
      readonly decision: Decision
      /** Without its works. */
      readonly document: VariorumDocument
      readonly blocks: readonly Block[]
      readonly kept: readonly number[]
      /** What could not be kept as it was. */
      readonly warnings: readonly ImportWarning[]
    }

/** So many files are written at a time: a disk syncs several as fast as one. */
const together = 8

/**
 * Writes the texts and originals of an import, several at a time. They come back in their order. The first failure
 * refuses all; what is being written then is waited for.
 */
export async function storeTexts(
  session: Session,
  texts: readonly Decision[]
): Promise<Result<StoredText[]>> {
  const done = new Array<Result<StoredText> | undefined>(texts.length)
  const waiting = [...texts.entries()].reverse()
  let failed = false
  const work = async () => {
    for (let next = waiting.pop(); next && !failed; next = waiting.pop()) {
      const [at, given] = next
      const storing = await storeOne(session, given)
      done[at] = storing
      if (!storing.ok) failed = true
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  const stored: StoredText[] = []
  for (const each of done) {
    if (each && !each.ok) return each
    if (each) stored.push(each.value)
  }
  return ok(stored)
}

async function storeOne(session: Session, given: Decision): Promise<Result<StoredText>> {
  const fit = new Fitter()
  const decision = fitDecision(fit, given)
  const { parsed, path } = decision
  const kept = parsed.blocks.flatMap((block, at) => (block.text !== '' || block.kind === 'cell' ? [at] : []))
  if (kept.length === 0)
    return ok({ error: appError('Invalid', 'fileWithoutText', { name: basename(path) }) })
  const stored = await storeText(session, decision, kept, fit)
  if (!stored.ok) return stored
  const { facts, blocks } = stored.value
  const document: VariorumDocument = { ...facts, ...decision.metadata, works: [] }
  const error = whyUnfit(document, basename(path))
  if (error) return ok({ error })
  const warnings = [...parsed.warnings.slice(given.parsed.warnings.length), ...fit.warnings]
  return ok({ error: null, decision, document, blocks, kept, warnings })
}

/** Why a document cannot be kept although its values have been fitted; null where it can. */
function whyUnfit(document: VariorumDocument, name: string): AppError | null {
  const parsed = VariorumDocument.safeParse(document)
  if (parsed.success) return null
  const [issue] = parsed.error.issues
  return appError('Invalid', 'fileUnfit', {
    name,
    reason: issue ? `${issue.path.join('.')}: ${issue.message}` : '–'
  })
}
