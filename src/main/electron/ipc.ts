import { ipcMain } from 'electron'
import { type Method, methods } from '../../shared/ipc/contract'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, type Result } from '../../shared/model/result'
import type { Client, Desk } from '../desk/desk'
import { handlers } from '../desk/handlers'
import { isOwnFrame } from './security'

export const callChannel = 'variorum:call'
export const eventChannel = 'variorum:event'

/** Answers the windows: the sender is checked, the input parsed by its schema, and only then is the method run. */
export function answerCalls(
  desk: Desk,
  clientOf: (contents: Electron.WebContents) => Client | undefined,
  devServer: string | undefined
): void {
  ipcMain.handle(callChannel, async (event, method: unknown, input: unknown): Promise<Result<unknown>> => {
    const client = clientOf(event.sender)
    if (!client || !isOwnFrame(event.senderFrame, devServer)) return refused('sender')
    if (typeof method !== 'string' || !isMethod(method)) return refused('method')
    return answer(desk, method, input, client)
  })
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(methods, name)
}

async function answer<M extends Method>(
  desk: Desk,
  method: M,
  input: unknown,
  client: Client
): Promise<Result<unknown>> {
  const parsed = methods[method].safeParse(input)
  if (!parsed.success) return refused(`${method}: ${parsed.error.issues[0]?.message ?? ''}`)
  try {
    // The schema of this very method has parsed the input; TypeScript cannot follow the pairing through the lookup.
    return await handlers[method](desk, parsed.data as never, client)
  } catch (error) {
    return refused(`${method}: ${reasonOf(error)}`)
  }
}

function refused(reason: string): Result<never> {
  return err(appError('Invalid', 'badRequest', { reason }))
}
