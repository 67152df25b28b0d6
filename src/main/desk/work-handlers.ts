import { newId } from '../../shared/model/new-id'
import { ok } from '../../shared/model/result'
import { gatherWork, mergedWork, releaseDocuments } from '../../shared/operations/works'
import { proposeWorks } from '../services/kin'
import { changeNow } from './change'
import type { Handlers, MethodsOf } from './handler-types'
import { slowly } from './slowly'

/** Works: which texts are versions of one another. */
export const workHandlers: Handlers<MethodsOf<'work'>> = {
  'work.gather': async (desk, { id, title, versions, seen }) => {
    const wanted = { id: id ?? newId.work(), title, versions }
    const done = await changeNow(desk, (now) => {
      const merged = seen ? mergedWork(now, { id: wanted.id, ...seen }, wanted) : ok(wanted)
      return merged.ok ? ok(gatherWork(now, merged.value)) : merged
    })
    return done.ok ? ok({ work: wanted.id }) : done
  },

  'work.propose': async (desk, _input, _client, { signal }) => {
    const { session } = desk
    if (!session.ok) return session
    const { comparison, aligner } = desk.parts
    return slowly(desk, (progress) => proposeWorks(session.value, comparison, aligner, progress, signal))
  },

  'work.release': async (desk, ids) => {
    const done = await changeNow(desk, (now) => ok(releaseDocuments(now, ids)))
    return done.ok ? ok(null) : done
  }
}
