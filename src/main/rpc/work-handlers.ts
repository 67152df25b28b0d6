import { newId } from '../../shared/model/new-id'
import { ok } from '../../shared/model/result'
import { mergedWork, releaseDocuments, setWorkVersions } from '../../shared/operations/works'
import { suggestWorks } from '../services/suggest-works'
import { changeNow } from './change'
import type { Handlers, MethodsOf } from './handler-types'
import { withProgress } from './with-progress'

/** Works: which texts are versions of one another. */
export const workHandlers: Handlers<MethodsOf<'work'>> = {
  'work.setVersions': async (host, { id, title, versions, seen }) => {
    const wanted = { id: id ?? newId.work(), title, versions }
    const done = await changeNow(host, (now) => {
      const merged = seen ? mergedWork(now, { id: wanted.id, ...seen }, wanted) : ok(wanted)
      return merged.ok ? ok(setWorkVersions(now, merged.value)) : merged
    })
    return done.ok ? ok({ work: wanted.id }) : done
  },

  'work.propose': async (host, _input, _client, { signal }) => {
    const { session } = host
    if (!session.ok) return session
    const { comparison, aligner } = host.parts
    return withProgress(host, (progress) =>
      suggestWorks(session.value, comparison, aligner, progress, signal)
    )
  },

  'work.release': async (host, ids) => {
    const done = await changeNow(host, (now) => ok(releaseDocuments(now, ids)))
    return done.ok ? ok(null) : done
  }
}
