import { storedText } from '../../shared/drafts/draft-target'
import { ok } from '../../shared/model/result'
import type { Handlers, MethodsOf } from './handler-types'

/** What was typed and is not saved yet, kept outside the project. */
export const draftHandlers: Handlers<MethodsOf<'drafts'>> = {
  // The window names the project: another may have been opened since the keys were pressed.
  'drafts.keep': async (host, { project, drafts, dropped }, client) =>
    ok({ isWritten: await host.drafts.keep(client, project, drafts, dropped) }),

  'drafts.adopt': async (host, _input, client) => {
    const { session } = host
    if (!session.ok) return session
    const { state } = session.value
    return ok({ project: state.info.id, drafts: await host.drafts.adopt(client, state) })
  },

  'drafts.stored': async (host, target) => {
    const { session } = host
    return session.ok ? ok({ text: storedText(session.value.state, target) }) : session
  }
}
