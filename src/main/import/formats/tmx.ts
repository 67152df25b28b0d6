import type { ParsedBlock, RawText, Source } from '../parsed'
import { attribute, childrenNamed, firstNamed, named, parseXml, tidy } from './xml'

const mostLanguages = 8

/** A translation memory: its units as aligned versions, one for each language. */
export async function parseTmx(source: Source): Promise<RawText[]> {
  const tree = parseXml(source.text())
  const units = named(tree, 'tu').map(
    (unit) => new Map(childrenNamed(unit, 'tuv').map((each) => [languageOf(each), segment(each)]))
  )
  const languages = [...new Set(units.flatMap((unit) => [...unit.keys()]))].slice(0, mostLanguages)
  const title = tidy(named(tree, 'prop').find((each) => attribute(each, 'type') === 'title')?.textContent)
  return languages.map((language): RawText => {
    const blocks = units.map(
      (unit): ParsedBlock => ({ kind: 'paragraph', text: unit.get(language) ?? '', furniture: false })
    )
    return {
      blocks,
      stated: { language, ...(title ? { title } : {}) },
      part: language,
      aligned: title || '–',
      bare: true
    }
  })
}

function languageOf(variant: Element): string {
  return attribute(variant, 'lang') ?? 'und'
}

/** The words of a segment; marks of formatting within it are left out. */
function segment(variant: Element): string {
  const own = firstNamed(variant, 'seg')
  if (!own) return ''
  for (const mark of ['bpt', 'ept', 'ph', 'it', 'ut']) for (const each of named(own, mark)) each.remove()
  return tidy(own.textContent)
}
