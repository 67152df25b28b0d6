import { fold } from '../../../shared/text/fold'

/** A section of the guide: its heading, how deep it lies (2 or 3), and its Markdown without pictures. */
export interface GuideSection {
  readonly title: string
  readonly depth: number
  readonly text: string
}

/** The sections of a guide in Markdown. Its pictures lie in the repository only, and are left out. */
export function guideSections(markdown: string): GuideSection[] {
  return markdown
    .split(/^(?=#{2,3} )/m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n')
      const text = lines.filter((line) => !line.startsWith('![')).join('\n')
      return { title: head.replace(/^#+ /, ''), depth: head.startsWith('###') ? 3 : 2, text: text.trim() }
    })
}

/** The sections that hold all words that were typed; those that have them in the heading come first. */
export function sectionsWith(sections: readonly GuideSection[], typed: string): readonly GuideSection[] {
  const words = fold(typed).text.split(/\s+/).filter(Boolean)
  if (words.length === 0) return sections
  const has = (text: string) => words.every((word) => fold(text).text.includes(word))
  const found = sections.filter(({ title, text }) => has(`${title}\n${text}`))
  return [...found.filter(({ title }) => has(title)), ...found.filter(({ title }) => !has(title))]
}
