import { type InstructionKind, instructionsIn } from '../../../../shared/interchange/refi/instructions'
import { isOwnOrigin } from '../../../../shared/interchange/refi/origin'

/** What this app has said in a file of its own beyond the format: texts by GUIDs. */
export type OwnSayings = Readonly<Record<InstructionKind, ReadonlyMap<string, string>>>

/** What a file of this app says beyond the format; null for a file of any other program. */
export function ownSayings(xml: string, origin: string | null): OwnSayings | null {
  return isOwnOrigin(origin ?? '') ? instructionsIn(xml) : null
}
