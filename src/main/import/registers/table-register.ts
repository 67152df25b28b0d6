import type { RegisterEntry, RegisterFile } from '../../../shared/formulae/register-file'
import { formulaLinkKinds } from '../../../shared/model/formula-kinds'
import { withoutApostrophe } from '../../../shared/text/spreadsheet-cell'
import { type Gathered, registerFrom } from './gathered-register'

type Column =
  | 'id'
  | 'forms'
  | 'rendering'
  | 'language'
  | 'status'
  | 'note'
  | 'kind'
  | 'gloss'
  | 'pinyin'
  | 'members'
  | 'links'
  | 'memo'

/** Names of columns, folded: those of the tables that this program writes, and what people call them. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  id: ['formula_id', 'id'],
  forms: ['forms', 'formula', 'source', 'source form', 'chinese', 'zh', 'term', '提法', '原文', '中文'],
  rendering: [
    'rendering',
    'renderings',
    'translation',
    'translations',
    'english',
    'en',
    '译法',
    '译文',
    '英文'
  ],
  language: ['rendering_language', 'language', '语言'],
  status: ['status', '状态'],
  note: ['rendering_note', 'note', '说明'],
  kind: ['formula_kind', 'kind', '类别'],
  gloss: ['gloss', 'definition', 'meaning', '含义', '释义'],
  pinyin: ['pinyin', '拼音'],
  members: ['members', '所含各项'],
  links: ['links'],
  memo: ['formula_memo', 'memo', '备忘']
}

const han = /\p{Script=Han}/u

/**
 * A table of formulae: a row a rendering, or a row a formula with its renderings parted by semicolons. Without a head that is
 * known the columns with characters are source forms and the first other one renderings.
 */
export function registerOfRows(rows: readonly (readonly string[])[], title: string): RegisterFile {
  const [head = [], ...body] = rows
  const named = columnsNamed(head)
  const columns = named ?? columnsGuessed(rows)
  const own = named ? body : rows
  const gathered = new Map<string, { row: Gathered; renderings: Gathered['renderings'][number][] }>()
  for (const row of own) {
    const said = (column: Column) => withoutApostrophe(row[columns[column] ?? -1] ?? '').trim()
    const forms = parts(said('forms')).filter((each) => han.test(each) || !named)
    const key = said('id') || forms.join(';') || said('rendering')
    if (key === '') continue
    const known = gathered.get(key) ?? {
      renderings: [],
      row: {
        forms,
        kind: said('kind'),
        gloss: said('gloss'),
        pinyin: said('pinyin'),
        memo: said('memo'),
        members: parts(said('members')),
        links: linksIn(said('links')),
        renderings: []
      }
    }
    gathered.set(key, known)
    const isOne = columns.status !== undefined || columns.id !== undefined
    for (const words of isOne ? [said('rendering')] : parts(said('rendering')))
      if (words !== '')
        known.renderings.push({
          words,
          language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(said('language')) ? said('language') : 'en',
          status: said('status'),
          note: said('note')
        })
  }
  return registerFrom(
    [...gathered.values()].map(({ row, renderings }) => ({ ...row, renderings })),
    title
  )
}

function columnsNamed(head: readonly string[]): Partial<Record<Column, number>> | null {
  const folded = head.map((each) =>
    each
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase()
  )
  const found: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(heads) as Column[]) {
    const at = heads[column].map((name) => folded.indexOf(name)).find((each) => each >= 0)
    if (at !== undefined) found[column] = at
  }
  return found.forms !== undefined || found.rendering !== undefined ? found : null
}

function columnsGuessed(rows: readonly (readonly string[])[]): Partial<Record<Column, number>> {
  const width = Math.max(0, ...rows.slice(0, 100).map((row) => row.length))
  const chinese = (at: number) => rows.filter((row) => han.test(row[at] ?? '')).length
  const all = Array.from({ length: width }, (_, at) => at)
  const forms = all.find((at) => chinese(at) * 2 > rows.length)
  const rendering = all.find((at) => at !== forms && rows.some((row) => /\p{L}/u.test(row[at] ?? '')))
  return { ...(forms !== undefined && { forms }), ...(rendering !== undefined && { rendering }) }
}

function parts(cell: string): string[] {
  return cell
    .split(/\s*[;；|]\s*|\n/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function linksIn(cell: string): RegisterEntry['links'] {
  return parts(cell).flatMap((each) => {
    const at = each.indexOf(':')
    const kind = formulaLinkKinds.find((own) => own === each.slice(0, at))
    const form = each.slice(at + 1).trim()
    return kind && form !== '' ? [{ kind, form }] : []
  })
}
