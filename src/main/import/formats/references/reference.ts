import type { ReferenceFacts } from '../../parsed-sidecars'

/** What a reference states, without what is empty. */
export function factsOf(facts: ReferenceFacts): ReferenceFacts {
  const attributes = Object.entries(facts.attributes).filter(([, value]) => value !== '')
  return { ...facts, language: tagOf(facts.language), attributes: Object.fromEntries(attributes) }
}

const codes =
  'ar bg cs da de el en es et fa fi fr he hi hr hu id is it ja kk ko lt lv mn ms nl no pl pt ro ru sk sl sr sv th tr uk ur uz vi zh'.split(
    ' '
  )
const english = new Intl.DisplayNames(['en'], { type: 'language' })
const byName = new Map(codes.map((code) => [(english.of(code) ?? code).toLowerCase(), code]))

/** A language by its tag or its English name; empty where it is neither. */
function tagOf(language: string): string {
  const own = language.trim().replaceAll('_', '-')
  const known = byName.get(own.toLowerCase())
  if (known) return known
  try {
    return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(own) ? (Intl.getCanonicalLocales(own)[0] ?? '') : ''
  } catch {
    return ''
  }
}
