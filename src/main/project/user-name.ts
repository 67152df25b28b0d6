import { userInfo } from 'node:os'

/** Accounts that are nobody's name. */
const noNames = /^(?:root|admin(?:istrator)?|user|guest|ubuntu|default|owner)$/i

/** The name of this computer's user, as a first name for the coder until one is given; never that of a mere account. */
export function userName(): string {
  try {
    const { username } = userInfo()
    return username === '' || noNames.test(username) ? 'Coder' : username
  } catch {
    return 'Coder'
  }
}
