import type { RawFile } from '../parsed'
import { HighlightsByText } from './highlights'
import { type Json, objectOf, objectsIn, textOf, textsIn } from './json'
import { instantOf } from './parse-timestamp'
import { selectedBy } from './selectors'

/** Annotations as Hypothesis exports them, by its client (`annotations`) or its interface (`rows`). Replies stand below what they answer. */
export function readHypothesis(rows: readonly Json[]): RawFile {
  const found = new HighlightsByText()
  const replies = new Map<string, string[]>()
  const answered = (row: Json) => textsIn(row.references).at(-1)
  for (const row of rows) {
    const to = answered(row)
    if (to) replies.set(to, [...(replies.get(to) ?? []), `${coderOf(row)}: ${textOf(row.text)}`])
  }
  const ids = new Set(rows.map((row) => textOf(row.id)))
  for (const row of rows) {
    const to = answered(row)
    if (to && ids.has(to)) continue
    const selectors = objectsIn(row.target).flatMap((target) => objectsIn(target.selector))
    const selected = selectedBy(selectors)
    const of = { title: textsIn(objectOf(row.document).title)[0] ?? '', doi: '', source: textOf(row.uri) }
    found.add(of, {
      ...(selected ?? { exact: '', prefix: '', suffix: '', start: null }),
      memo: [textOf(row.text), ...(replies.get(textOf(row.id)) ?? [])].filter(Boolean).join('\n\n'),
      themes: textsIn(row.tags).map((tag) => [tag]),
      coder: coderOf(row),
      created: instantOf(row.created)
    })
  }
  return found.file()
}

const columns = ['Created at', 'Author', 'URL', 'Type', 'Quote/description', 'Comment', 'Tags']

/** Whether a table with this first row is annotations as Hypothesis exports them. */
export function isHypothesisTable(head: readonly string[]): boolean {
  return columns.every((name) => head.includes(name))
}

/**
 * The same as a table. It says no title, no surroundings, and not what a reply answers: replies are notes on the text as a
 * whole, and tags with a comma in them cannot be told from two.
 */
export function readHypothesisTable([head = [], ...rows]: readonly (readonly string[])[]): RawFile {
  const found = new HighlightsByText()
  for (const row of rows) {
    const [made, author = '', source = '', kind, quote = '', comment = '', tags = ''] = columns.map(
      (name) => row[head.indexOf(name)]
    )
    found.add(
      { title: '', doi: '', source },
      {
        exact: quote,
        prefix: '',
        suffix: '',
        start: null,
        memo: kind === 'Reply' && comment !== '' ? `${author}: ${comment}` : comment,
        themes: tags
          .split(',')
          .map((tag) => tag.trim())
          .flatMap((tag) => (tag === '' ? [] : [[tag]])),
        coder: author,
        created: instantOf(made)
      }
    )
  }
  return found.file()
}

/** `acct:name@server` by the name that is shown, else by the one before the sign. */
function coderOf(row: Json): string {
  const shown = textOf(objectOf(row.user_info).display_name)
  return (
    shown ||
    textOf(row.user)
      .replace(/^acct:/, '')
      .replace(/@.*$/, '')
  )
}
