import type { Language } from '../../../shared/locales/catalogues'
import type { TitlePage } from '../format'
import { type Paragraph, text } from './blocks'
import { type LayoutWords, layoutWords, spokenTime } from './layout-words'

/** What a file says of itself before all else: title, project, what chose it, when it was made, and from which state. */
export function titleBlock(
  page: TitlePage,
  language: Language,
  further: readonly (readonly [label: string, value: string])[] = []
): Paragraph[] {
  const words = layoutWords(language)
  const facts = [
    [words.chosenBy, page.chosenBy],
    ...further,
    [words.made, spokenTime(page.made, language)],
    [words.state, stateOf(page, words, language)]
  ] as const
  return [
    { kind: 'paragraph', style: 'title', inlines: [text(page.title)] },
    { kind: 'paragraph', style: 'subtitle', inlines: [text(page.project)] },
    ...facts.map(
      ([label, value]): Paragraph => ({
        kind: 'paragraph',
        style: 'facts',
        inlines: [text(`${label}${words.colon}`, { style: 'label' }), text(value)]
      })
    )
  ]
}

function stateOf(page: TitlePage, words: LayoutWords, language: Language): string {
  const change = words.change.replace('{{n}}', String(page.change))
  const written = words.writtenWith.replace('{{n}}', page.version)
  return `${change}${language === 'en' ? ', ' : '，'}${written}`
}
