import { catalogues, type Language } from '../../locales/catalogues'
import type { Theme } from '../../model/theme'

/** What is said of a theme; other programs have one description for all of it. */
export type ThemeProse = Pick<Theme, 'description' | 'inclusion' | 'exclusion' | 'example'>

const parts = ['inclusion', 'exclusion', 'example'] as const

/** All that is said of a theme as one text: its definition, then each rule and the example under its label. */
export function descriptionOf(prose: ThemeProse, language: Language): string {
  const labels = catalogues[language].codebook
  const rules = parts.filter((part) => prose[part] !== '').map((part) => `${labels[part]}: ${prose[part]}`)
  return [prose.description, ...rules].filter((each) => each !== '').join('\n\n')
}

/** The parts of such a text again, in whichever language its labels are. */
export function proseIn(description: string): ThemeProse {
  const languages: readonly Language[] = ['en', 'zh-CN']
  const prose = { description: '', inclusion: '', exclusion: '', example: '' }
  let rest = `\n\n${description}`
  for (const part of parts.toReversed()) {
    const marks = languages.map((language) => `\n\n${catalogues[language].codebook[part]}: `)
    const found = marks
      .map((mark) => ({ mark, at: rest.lastIndexOf(mark) }))
      .reduce((last, each) => (each.at > last.at ? each : last))
    if (found.at < 0) continue
    prose[part] = rest.slice(found.at + found.mark.length)
    rest = rest.slice(0, found.at)
  }
  return { ...prose, description: rest.replace(/^\n\n/, '') }
}
