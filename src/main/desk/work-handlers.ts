import { newId } from '../../shared/model/new-id'
import { ok } from '../../shared/model/result'
import { gatherWork, releaseDocuments } from '../../shared/operations/works'
import { proposeWorks } from '../services/kin'
import { change } from './change'
import type { Handlers, MethodsOf } from './handler-types'
import { slowly } from './slowly'

/** Works: which texts are versions of one another. */
export const workHandlers: Handlers<MethodsOf<'work'>> = {
  'work.gather': async (desk, { id, title, versions }) => {
    const { session } = desk
    if (!session.ok) return session
    const work = id ?? newId.work()
    const batch = gatherWork(session.value.state, { id: work, title, versions })
    if (!batch) return ok({ work })
    const done = await change(desk, batch)
    return done.ok ? ok({ work }) : done
  },

  'work.propose': async (desk, _input, _client, { signal }) => {
    const { session } = desk
    if (!session.ok) return session
    const { comparison, aligner } = desk.parts
    return slowly(desk, (progress) => proposeWorks(session.value, comparison, aligner, progress, signal))
  },

  'work.release': async (desk, ids) => {
    const { session } = desk
    if (!session.ok) return session
    const batch = releaseDocuments(session.value.state, ids)
    if (!batch) return ok(null)
    const done = await change(desk, batch)
    return done.ok ? ok(null) : done
  }
}
