import type { CslName } from './csl-record'

/**
 * Names as they are typed and shown in one line: `Clerk, Anna; Provincial Office; 李四`. A comma parts family and given
 * name; what has none is one name as it is written.
 */
export function namesFrom(line: string): CslName[] {
  return line
    .split(/[;；]/)
    .map((each) => each.trim().replace(/\s+/g, ' '))
    .filter((each) => each !== '')
    .map(nameFrom)
}

function nameFrom(whole: string): CslName {
  const [family = '', given = '', ...more] = whole.split(',').map((part) => part.trim())
  return family !== '' && given !== '' && more.length === 0 ? { family, given } : { literal: whole }
}

/** The line that `namesFrom` reads as these names again. */
export function namesLine(names: readonly CslName[] | undefined): string {
  return (names ?? []).map(nameLine).join('; ')
}

function nameLine(name: CslName): string {
  if (name.literal !== undefined) return name.literal
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter(isThere)
  const family = [...particles, name.family].filter(isThere).join(' ')
  const given = [name.given, name.suffix].filter(isThere).join(' ')
  return [family, given].filter((each) => each !== '').join(', ')
}

/** Names as a sentence has them: given name first, Chinese ones closed up. */
export function spokenNames(names: readonly CslName[] | undefined): string {
  return (names ?? []).map(spokenName).join('; ')
}

function spokenName(name: CslName): string {
  if (name.literal !== undefined) return name.literal
  const family = [name['non-dropping-particle'], name.family].filter(isThere).join(' ')
  const given = name.given ?? ''
  if (/^\p{Script=Han}+$/u.test(family + given)) return family + given
  return [given, name['dropping-particle'], family, name.suffix].filter((each) => each).join(' ')
}

function isThere(part: string | undefined): part is string {
  return part !== undefined && part !== ''
}
