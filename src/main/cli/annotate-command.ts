import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { annotateQuote } from '../services/annotate-by-quote'
import { findDocument } from '../services/texts'
import { exit, print, refuse, UsageError } from './io'
import { coderOf, withProject } from './with-project'

export async function annotateCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quote: { type: 'string' },
      theme: { type: 'string' },
      memo: { type: 'string', default: '' },
      nth: { type: 'string' },
      json: { type: 'boolean', default: false }
    }
  })
  const [folder, name, ...more] = positionals
  const { quote, theme, memo, nth } = values
  if (!folder || !name || more.length > 0) throw new UsageError('annotate takes a PROJECT and a DOC')
  if (!quote || theme === undefined) throw new UsageError('annotate needs --quote and --theme')
  if (nth !== undefined && !/^[1-9]\d*$/.test(nth)) throw new UsageError('--nth takes a number from 1')
  return withProject(resolve(folder), async (session) => {
    const found = findDocument(session.state, name)
    if (!found.ok) return refuse(found.error)
    const request = {
      document: found.value.id,
      quote,
      themePath: theme,
      memo,
      nth: nth === undefined ? null : Number(nth)
    }
    const coder = coderOf(session)
    const made = await annotateQuote(session, request, coder.id, coder.before)
    if (!made.ok) return refuse(made.error)
    const { selector } = made.value
    print(
      values.json
        ? JSON.stringify(made.value)
        : `${made.value.id}\t${selector.start}–${selector.end}\t${selector.exact}`
    )
    return exit.done
  })
}
