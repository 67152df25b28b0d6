import { coder } from '../../../shared/testing/sample-records'
import type { Session } from '../../project/session'
import { HereThread } from '../../rpc/testing/make-host'
import { AlignmentCache } from '../../services/alignment-cache'
import { Comparison } from '../../services/compare'
import { Aligner } from '../../workers/aligner'
import type { Makers } from '../model/prepared'

/** What exports of a project are made with, its alignments worked out in this thread. */
export function makersOf(session: Session, facts: Partial<Makers> = {}, thread = new HereThread()): Makers {
  const aligner = new Aligner(thread)
  return {
    session,
    aligner,
    comparison: new Comparison(aligner, new AlignmentCache(null)),
    coder: coder.id,
    language: 'en',
    version: '0',
    ...facts
  }
}
