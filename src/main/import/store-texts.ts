import { ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import type { Decision } from './decision'
import { fitDecision } from './fit/fit-decision'
import { Fitter } from './fit/fitter'
import { type StoredText, storeText } from './store-text'

/** A text whose words and original are in the project, or that has no words. */
export interface Storing {
  readonly given: Decision
  readonly fit: Fitter
  readonly decision: Decision
  /** The blocks that come in, by their numbers in the file. */
  readonly kept: readonly number[]
  readonly stored: StoredText | null
}

/** So many files are written at a time: a disk syncs several as fast as one. */
const together = 8

/**
 * Writes the texts and originals of an import, several at a time. They come back in their order. The first failure
 * refuses all; what is being written then is waited for.
 */
export async function storeTexts(session: Session, texts: readonly Decision[]): Promise<Result<Storing[]>> {
  const done = new Array<Result<Storing> | undefined>(texts.length)
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
  const stored: Storing[] = []
  for (const each of done) {
    if (each && !each.ok) return each
    if (each) stored.push(each.value)
  }
  return ok(stored)
}

async function storeOne(session: Session, given: Decision): Promise<Result<Storing>> {
  const fit = new Fitter()
  const decision = fitDecision(fit, given)
  const { parsed } = decision
  const kept = parsed.blocks.flatMap((block, at) => (block.text !== '' || block.kind === 'cell' ? [at] : []))
  if (kept.length === 0) return ok({ given, fit, decision, kept, stored: null })
  const stored = await storeText(session, decision, kept, fit)
  return stored.ok ? ok({ given, fit, decision, kept, stored: stored.value }) : stored
}
