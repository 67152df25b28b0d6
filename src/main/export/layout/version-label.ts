import type { VariorumDocument } from '../../../shared/model/document'
import type { ExportWords } from '../words'

/**
 * What a version is called over its words: its kind, language and publisher. A kind that was only proposed is no fact and
 * is left out.
 */
export function versionLabel(document: VariorumDocument | undefined, words: ExportWords): string {
  if (!document) return ''
  const isSaid = document.rendering !== 'unknown' && !document.proposed.includes('rendering')
  const publisher = document.proposed.includes('publisher') ? '' : document.publisher
  const parts = [isSaid ? words.renderings[document.rendering] : '', languageName(document.language, words)]
  return [...parts, publisher].filter(Boolean).join(words.language === 'en' ? ', ' : '，')
}

const known = new Map<string, string>()

/** A language as a reader calls it; its tag where it has no name. */
function languageName(tag: string, words: ExportWords): string {
  if (tag === 'und') return ''
  const key = `${words.language} ${tag}`
  const name = known.get(key) ?? nameOf(tag, words.language)
  known.set(key, name)
  return name
}

function nameOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag // not a tag that the standard knows
  }
}
