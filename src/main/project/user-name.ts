import { userInfo } from 'node:os'

/** The name of this computer's user, as a first name for the coder. */
export function userName(): string {
  try {
    return userInfo().username || 'coder'
  } catch {
    return 'coder'
  }
}
