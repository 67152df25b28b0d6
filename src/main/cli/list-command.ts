import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dateText } from '../../shared/excerpts/citation'
import { blockSpans } from '../../shared/text/canonical'
import { sentences } from '../../shared/text/sentences'
import { findDocument, readText } from '../services/texts'
import { exit, print, refuse, UsageError } from './io'
import { withProject } from './with-project'

const json = { json: { type: 'boolean', default: false } } as const

export async function listCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: json })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('list takes one PROJECT')
  return withProject(
    resolve(folder),
    async (session) => {
      const rows = []
      for (const document of session.state.documents.values()) {
        const text = await readText(session, document.id)
        rows.push({
          id: document.id,
          title: document.title,
          date: dateText(document.published) || null,
          event: dateText(document.event) || null,
          language: document.language,
          publisher: document.publisher,
          rendering: document.rendering,
          works: document.works.flatMap((id) => session.state.works.get(id)?.title ?? []),
          words: document.words,
          blocks: text.ok ? text.value.blocks.length : null
        })
      }
      if (values.json) print(JSON.stringify(rows, null, 1))
      else
        for (const row of rows)
          print([row.id, row.date ?? '–', row.language, row.words, row.title].join('\t'))
      return exit.done
    },
    { readOnly: true }
  )
}

export async function showCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: json })
  const [folder, name, ...more] = positionals
  if (!folder || !name || more.length > 0) throw new UsageError('show takes a PROJECT and a DOC')
  return withProject(
    resolve(folder),
    async (session) => {
      const found = findDocument(session.state, name)
      if (!found.ok) return refuse(found.error)
      const text = await readText(session, found.value.id)
      if (!text.ok) return refuse(text.error)
      const { document, blocks } = text.value
      const furniture = new Set(document.furniture)
      const spans = blockSpans(blocks)
      const rows = blocks.map((block, index) => {
        const { start = 0, end = 0 } = spans[index] ?? {}
        return { ...block, furniture: furniture.has(index), start, end }
      })
      if (values.json) {
        const all = rows.flatMap(({ text: words, start }) => sentences(words, start))
        print(
          JSON.stringify({ id: document.id, title: document.title, blocks: rows, sentences: all }, null, 1)
        )
      } else
        for (const row of rows)
          print([row.furniture ? 'furniture' : row.kind, row.number ?? '–', row.text].join('\t'))
      return exit.done
    },
    { readOnly: true }
  )
}
