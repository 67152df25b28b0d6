import type { ParsedBlock, RawText, Source, StatedRow } from '../parsed'
import { attribute, childrenNamed, firstNamed, named, parseXml, tidy } from './xml'

/** A memory gives no more versions than this. */
const mostVersions = 24

/** What a unit says in one version, and of its link to the first, where it says so. */
interface Variant {
  readonly words: string
  /** What the version is called, where the unit says it. */
  readonly name: string
  readonly link: Pick<StatedRow, 'confidence' | 'origin'> | null
}

/**
 * A translation memory: its units as aligned versions, one for each language. Where a unit says the same twice in a
 * language, the second is a version of its own. Languages are told apart as tags are, without regard to case.
 */
export async function parseTmx(source: Source): Promise<RawText[]> {
  const tree = parseXml(source.text())
  const tags = new Map<string, string>()
  const units = named(tree, 'tu').map((unit) => variantsOf(unit, tags))
  const versions = [...new Set(units.flatMap((unit) => [...unit.keys()]))]
  const title = tidy(named(tree, 'prop').find((each) => attribute(each, 'type') === 'title')?.textContent)
  const kept = versions.slice(0, mostVersions)
  const leftOut = versions.slice(mostVersions)
  const saysLinks = units.some((unit) => [...unit.values()].some(({ link }) => link !== null))
  return kept.map((version, at): RawText => {
    const [key = '', numbered = ''] = version.split('\n')
    const language = tags.get(key) ?? key
    const own = units.map((unit) => unit.get(version))
    const blocks = own.map(
      (variant): ParsedBlock => ({ kind: 'paragraph', text: variant?.words ?? '', furniture: false })
    )
    const part = numbered === '' ? language : `${language} ${numbered}`
    const name = own.find((variant) => variant)?.name ?? ''
    return {
      blocks,
      stated: { language, ...(name || title ? { title: name || title } : {}) },
      part,
      aligned: title || '–',
      ...(saysLinks ? { rows: rowsOf(own) } : {}),
      bare: true,
      ...(at === 0 && leftOut.length > 0
        ? {
            warnings: [
              {
                key: 'textsLeftOut',
                count: leftOut.length,
                names: leftOut.slice(0, 20).map((each) => each.split('\n').slice(0, 2).join(' ').trim())
              }
            ]
          }
        : {})
    }
  })
}

/** Each unit is a row, with what it says of the link. */
function rowsOf(variants: readonly (Variant | undefined)[]): StatedRow[] {
  return variants.flatMap((variant, row): StatedRow[] => {
    if (!variant || variant.words === '') return []
    const { confidence = 1, origin = 'hand' } = variant.link ?? {}
    return [{ row, block: row, start: 0, end: variant.words.length, confidence, origin }]
  })
}

/**
 * The words of a unit by their version: the language, and where it has a name, that; where it comes again, its number. A
 * memory of this program names the document too, for two may have one title.
 */
function variantsOf(unit: Element, tags: Map<string, string>): Map<string, Variant> {
  const variants = new Map<string, Variant>()
  for (const each of childrenNamed(unit, 'tuv')) {
    const tag = attribute(each, 'lang') ?? 'und'
    const key = tag.toLowerCase()
    if (!tags.has(key)) tags.set(key, tag)
    const said = (type: string) =>
      tidy(childrenNamed(each, 'prop').find((prop) => attribute(prop, 'type') === type)?.textContent)
    const [name, document] = [said('x-version'), said('x-document')]
    const versionOf = (own: string) => (document === '' ? `${key}\n${own}` : `${key}\n${own}\n${document}`)
    let version = versionOf(name)
    for (let number = 2; variants.has(version); number++)
      version = versionOf([name, String(number)].filter(Boolean).join(' '))
    variants.set(version, {
      words: segment(each),
      name,
      link: linkOf(said('x-confidence'), said('x-origin'))
    })
  }
  return variants
}

function linkOf(said: string, origin: string): Variant['link'] {
  const confidence = Number(said)
  return said !== '' && confidence >= 0 && confidence <= 1
    ? { confidence, origin: origin === 'auto' ? 'auto' : 'hand' }
    : null
}

/** The words of a segment, its line ends as spaces; marks of formatting within it are left out. */
function segment(variant: Element): string {
  const own = firstNamed(variant, 'seg')
  if (!own) return ''
  for (const mark of ['bpt', 'ept', 'ph', 'it', 'ut']) for (const each of named(own, mark)) each.remove()
  return own.textContent.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}
