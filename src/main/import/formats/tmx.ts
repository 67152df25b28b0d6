import type { ParsedBlock, RawText, Source } from '../parsed'
import { attribute, childrenNamed, firstNamed, named, parseXml, tidy } from './xml'

/** A memory gives no more versions than this. */
const mostVersions = 24

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
  return kept.map((version, at): RawText => {
    const [key = '', name = ''] = version.split('\n')
    const language = tags.get(key) ?? key
    const blocks = units.map(
      (unit): ParsedBlock => ({ kind: 'paragraph', text: unit.get(version) ?? '', furniture: false })
    )
    const part = name === '' ? language : `${language} ${name}`
    return {
      blocks,
      stated: { language, ...(name || title ? { title: name || title } : {}) },
      part,
      aligned: title || '–',
      bare: true,
      ...(at === 0 && leftOut.length > 0
        ? {
            warnings: [
              {
                key: 'textsLeftOut',
                count: leftOut.length,
                names: leftOut.slice(0, 20).map((each) => each.replace('\n', ' ').trim())
              }
            ]
          }
        : {})
    }
  })
}

/** The words of a unit by their version: the language, and where it has a name or comes again, that or its number. */
function variantsOf(unit: Element, tags: Map<string, string>): Map<string, string> {
  const variants = new Map<string, string>()
  for (const each of childrenNamed(unit, 'tuv')) {
    const tag = attribute(each, 'lang') ?? 'und'
    const key = tag.toLowerCase()
    if (!tags.has(key)) tags.set(key, tag)
    const name = tidy(
      childrenNamed(each, 'prop').find((prop) => attribute(prop, 'type') === 'x-version')?.textContent
    )
    let version = `${key}\n${name}`
    for (let number = 2; variants.has(version); number++)
      version = `${key}\n${[name, String(number)].filter(Boolean).join(' ')}`
    variants.set(version, segment(each))
  }
  return variants
}

/** The words of a segment; marks of formatting within it are left out. */
function segment(variant: Element): string {
  const own = firstNamed(variant, 'seg')
  if (!own) return ''
  for (const mark of ['bpt', 'ept', 'ph', 'it', 'ut']) for (const each of named(own, mark)) each.remove()
  return tidy(own.textContent)
}
