import type { VariorumDocument } from '../../../shared/model/document'
import type { ThemeId } from '../../../shared/model/ids'
import type { QualityMark } from '../../../shared/model/quality'
import type { References } from '../format'
import type { ExportWords } from '../words'
import { type Html, html } from './markup'

/** A theme's names from the root, as headings have them: `Service › One visit`. */
export function themeName(themes: References['themes'], id: ThemeId): string {
  const names: string[] = []
  for (let at: ThemeId | null = id; at !== null; at = themes[at]?.parent ?? null) {
    const name = themes[at]?.name
    if (name !== undefined) names.unshift(name)
    if (names.length > mostLevels) break
  }
  return names.join(' › ')
}

const mostLevels = 50

/** A CSS colour of a theme, as the value of `--c`; nothing where the theme is gone. */
export function colourOf(themes: References['themes'], id: ThemeId | undefined): string {
  const colour = id === undefined ? undefined : themes[id]?.colour
  return colour === undefined ? '' : `--c:${colour}`
}

/** Themes and marks of the wording as a list of chips; nothing where there are none. */
export function chips(
  { themes }: Pick<References, 'themes'>,
  own: readonly ThemeId[],
  quality: readonly QualityMark[],
  words: ExportWords
): Html | null {
  if (own.length + quality.length === 0) return null
  return html`<ul class="chips">${own.map(
    (id) =>
      html`<li class="chip"><span><span class="dot" style="${colourOf(themes, id)}"></span>${themeName(themes, id)}</span></li>`
  )}${quality.map((mark) => html`<li class="chip quality">${words.marks[mark]}</li>`)}</ul>`
}

/**
 * What a version is called beside another: its kind where somebody has said it, and who published it; else who did, else
 * its title.
 */
export function versionName(document: VariorumDocument, words: ExportWords): string {
  const isSaid = document.rendering !== 'unknown' && !document.proposed.includes('rendering')
  const kind = isSaid ? words.renderings[document.rendering] : ''
  const publisher = document.proposed.includes('publisher') ? '' : document.publisher
  return [kind, publisher].filter((each) => each !== '').join(' · ') || document.title
}

const languageNames = new Map<string, Intl.DisplayNames>()

/** The name of a text's language, in the language of the page. */
export function languageName(tag: string, language: string): string {
  const known = languageNames.get(language) ?? new Intl.DisplayNames([language], { type: 'language' })
  languageNames.set(language, known)
  try {
    return known.of(tag) ?? tag
  } catch {
    // No tag that the standard knows: it is shown as it is.
    return tag
  }
}
