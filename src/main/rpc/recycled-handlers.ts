import { appError } from '../../shared/model/app-error'
import { err, ok } from '../../shared/model/result'
import type { RecycledAnswer } from '../../shared/recycled/recycled-answers'
import type { Session } from '../project/session'
import { findRecycled, recycledWords } from '../recycled/find-recycled'
import { readingOf } from '../services/version'
import type { Handlers, MethodsOf } from './handler-types'

/** What was found last for a state of the texts. */
const found = new WeakMap<Session['state']['documents'], RecycledAnswer>()

/** Passages that stand nearly alike in several texts. */
export const recycledHandlers: Handlers<MethodsOf<'recycled'>> = {
  'recycled.find': async ({ session, parts }, _input, _client, job) => {
    if (!session.ok) return session
    const reading = readingOf(session.value)
    const { documents } = reading.state
    const known = found.get(documents)
    if (known) return ok(known)
    const { folder } = session.value
    const answer = await findRecycled(reading, folder, parts.formulae, job.signal, job.progress)
    if (!answer) return err(appError('Cancelled', 'cancelled'))
    found.set(documents, answer)
    return ok(answer)
  },

  'recycled.words': async ({ session }, { places }) => {
    if (!session.ok) return session
    return ok(await recycledWords(readingOf(session.value), places))
  }
}
