import { type AlignedRendering, cutAtHighlight, type Excerpt } from '../../shared/excerpts/excerpt'
import { escapeMarkdown } from './escape-markdown'
import type { ExportWords } from './words'

/** Excerpts as Markdown: a quotation each, its citation, themes, memo and the other renderings. Piece by piece. */
export function* excerptsToMarkdown(
  title: string,
  excerpts: readonly Excerpt[],
  words: ExportWords
): Generator<string> {
  yield `# ${escapeMarkdown(title)}`
  for (const each of excerpts) yield `\n\n${section(each, words)}`
  yield '\n'
}

function section(excerpt: Excerpt, words: ExportWords): string {
  const parts = [quoteLines(excerpt.quote), `— ${escapeMarkdown(excerpt.citation)}`]
  const facts: string[] = []
  if (excerpt.sentence !== excerpt.quote) facts.push(`- ${words.sentence}: ${indented(excerpt.sentence)}`)
  if (excerpt.themes.length > 0)
    facts.push(`- ${words.themes}: ${excerpt.themes.map((theme) => escapeMarkdown(theme)).join('; ')}`)
  if (excerpt.annotation.quality.length > 0)
    facts.push(
      `- ${words.quality}: ${excerpt.annotation.quality.map((mark) => words.marks[mark]).join('; ')}`
    )
  if (excerpt.memo !== '') facts.push(`- ${words.memo}: ${indented(excerpt.memo)}`)
  for (const rendering of excerpt.renderings)
    facts.push(
      `- ${escapeMarkdown(rendering.kind)} (${rendering.language}): ${renderingText(rendering) || `*${words.leftOut}*`}`
    )
  if (facts.length > 0) parts.push(facts.join('\n'))
  return parts.join('\n\n')
}

/** Text within an item of a list. */
function indented(text: string): string {
  return escapeMarkdown(text).replaceAll('\n', '\n  ')
}

/** What a version says, the words that are highlighted in parallel in bold. */
function renderingText(rendering: AlignedRendering): string {
  return cutAtHighlight(rendering)
    .map(({ text, highlighted }) => (highlighted ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text)))
    .join('')
}

function quoteLines(quote: string): string {
  return escapeMarkdown(quote)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n')
}
