import type { ReferenceFacts } from '../../parsed-companions'
import { type Json, objectsIn, textOf } from '../json'

/** What a reference states, without what is empty. */
export function factsOf(facts: ReferenceFacts): ReferenceFacts {
  const { pages = '', ...others } = facts.attributes
  // However a format writes a range: the same reference out of two of them says the same.
  const range = pages.replace(/(?<!\s)\s*[-–—]+\s*/g, '–')
  const attributes = Object.entries({ ...others, pages: range }).flatMap(([name, value]) =>
    value === '' ? [] : [[name, value] as const]
  )
  return {
    ...facts,
    language: tagOf(facts.language),
    attributes: Object.fromEntries(attributes)
  }
}

/** Names as they are written in a text: given name first, Chinese ones closed up. */
export function namesOf(people: unknown): string {
  return objectsIn(people).map(nameOf).filter(Boolean).join('; ')
}

function nameOf({ given, family, literal, ...rest }: Json): string {
  const whole = textOf(literal)
  if (whole !== '') return whole
  const [first, last] = [
    textOf(given),
    [textOf(rest['non-dropping-particle']), textOf(family)].filter(Boolean).join(' ')
  ]
  if (/^\p{Script=Han}+$/u.test(first + last)) return last + first
  return [first, last].filter(Boolean).join(' ')
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
