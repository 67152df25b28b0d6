import type { ConcordanceSettings } from './settings'

/** How a concordance is made where nobody has said otherwise. Without zod, for windows. */
export const defaultSettings: ConcordanceSettings = {
  same: {
    case: true,
    accents: true,
    width: true,
    quotes: true,
    hyphens: 'alike',
    invisible: true,
    chinese: true,
    inflection: false,
    sharpS: true,
    lineBreaks: false,
    emphasis: true
  },
  wholeWords: true,
  furniture: false,
  chineseWords: 'dictionary'
}

/** So many characters of context a line has on each side where nobody asks for another number, in UTF-16 code units. */
export const defaultContextLength = 160
