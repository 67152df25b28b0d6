import type { LineDocument, LineFacts, SideWords } from './line-facts'
import type { Grouping } from './trail'

/** What a line has in common with the others of its group; an empty string: nothing. */
export function groupKey(facts: LineFacts, grouping: Grouping, line: number): string {
  switch (grouping.by) {
    case 'pattern':
      return pattern(facts[grouping.side], grouping, line)
    case 'form':
      return facts.forms.table.words[facts.forms.numbers[line] ?? -1] ?? ''
    case 'theme':
      return facts.themes?.[line]?.[0] ?? ''
    case 'answer':
      return facts.answers?.[line] ?? ''
    default: {
      const document = facts.documents[facts.document[line] ?? -1]
      return document ? documentKey(document, grouping) : ''
    }
  }
}

/** The key of all lines of a document, for groupings that look at nothing else. */
export function documentKey(document: LineDocument, grouping: Grouping): string {
  switch (grouping.by) {
    case 'document':
      return document.id
    case 'year':
      return yearOf(document)
    case 'language':
      return document.language
    case 'kind':
      return document.rendering
    case 'publisher':
      return document.publisher
    case 'attribute':
      return Object.hasOwn(document.attributes, grouping.name)
        ? (document.attributes[grouping.name] ?? '')
        : ''
    default:
      return ''
  }
}

export function yearOf({ published }: Pick<LineDocument, 'published'>): string {
  return published?.date.slice(0, 4) ?? ''
}

/** The words of a pattern as they stand: those on the left from the farthest to the nearest. */
function pattern(
  { size, table, numbers }: SideWords,
  { side, size: wanted }: Grouping & { by: 'pattern' },
  line: number
): string {
  const words: string[] = []
  for (let at = 0; at < Math.min(size, wanted); at++) {
    const word = table.words[numbers[line * size + at] ?? -1]
    if (word !== undefined) words.push(word)
  }
  return joinedWords(side === 'left' ? words.reverse() : words)
}

/** Words with a space between them, but for ideographs. */
export function joinedWords(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      ''
    )
}

/** What a group is called in the list; themes are named by whoever knows them. */
export function groupLabel(facts: LineFacts, grouping: Grouping, key: string, line: number): string {
  if (key === '') return ''
  if (grouping.by === 'form') return facts.forms.written[facts.forms.numbers[line] ?? -1] ?? key
  if (grouping.by === 'document') return facts.documents[facts.document[line] ?? -1]?.title ?? key
  return key
}
