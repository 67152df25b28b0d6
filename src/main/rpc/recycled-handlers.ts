import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import { err, ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import { type FoundRecycled, findRecycled, recycledWords } from '../recycled/find-recycled'
import { readingOf } from '../services/version'
import type { AppHost } from './app-host'
import type { Handlers, MethodsOf } from './handler-types'
import type { Job } from './jobs'

/** What was found last for a state of the texts. */
const found = new WeakMap<Session['state']['documents'], FoundRecycled>()

/** Passages that stand nearly alike in several texts. */
export const recycledHandlers: Handlers<MethodsOf<'recycled'>> = {
  'recycled.find': async ({ session, parts }, _input, _client, job) => {
    if (!session.ok) return session
    const all = await foundIn(session.value, parts, job)
    return all.ok ? ok(all.value.answer) : all
  },

  'recycled.inText': async ({ session, parts }, id, _client, job) => {
    if (!session.ok) return session
    const document = session.value.state.documents.get(id)
    if (!document) return err(appError('NotFound', 'documentGone'))
    const all = await foundIn(session.value, parts, job)
    if (!all.ok) return all
    return ok({ revision: currentText(document), places: all.value.here.get(id) ?? [] })
  },

  'recycled.words': async ({ session }, { places }) => {
    if (!session.ok) return session
    return ok(await recycledWords(readingOf(session.value), places))
  }
}

/** What all texts of the moment repeat; looked for once for a state of the texts. */
async function foundIn(
  session: Session,
  { formulae }: AppHost['parts'],
  { signal, progress }: Job
): Promise<Result<FoundRecycled>> {
  const reading = readingOf(session)
  const { documents } = reading.state
  const known = found.get(documents)
  if (known) return ok(known)
  const made = await findRecycled(reading, session.folder, formulae, signal, progress)
  if (!made) return err(appError('Cancelled', 'cancelled'))
  found.set(documents, made)
  return ok(made)
}
