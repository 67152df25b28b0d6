import { storedText } from '../../shared/drafts/draft-target'
import { ok } from '../../shared/model/result'
import type { Handlers, MethodsOf } from './handler-types'

/** What was typed and is not saved yet, kept outside the project. */
export const draftHandlers: Handlers<MethodsOf<'drafts'>> = {
  // The window names the project: another may have been opened since the keys were pressed.
  'drafts.keep': async (desk, { project, drafts, dropped }, client) =>
    ok({ isWritten: await desk.drafts.keep(client, project, drafts, dropped) }),

  'drafts.adopt': async (desk, _input, client) => {
    const { session } = desk
    if (!session.ok) return session
    const { state } = session.value
    return ok({ project: state.info.id, drafts: await desk.drafts.adopt(client, state) })
  },

  'drafts.stored': async (desk, target) => {
    const { session } = desk
    return session.ok ? ok({ text: storedText(session.value.state, target) }) : session
  }
}
