import type { ParsedCode, RawFile } from '../../parsed'
import type { ParsedGroup } from '../../parsed-sidecars'
import { colourOf } from '../refi/colour'
import { prose, tidy } from '../xml'

/** What the columns of a codebook are called, in lower case. */
const namesOf = {
  name: ['path', 'theme', 'theme path', 'code', 'code name', 'tag', '编码', '代码', '主题', '主题路径'],
  parent: ['parent', 'parent code', 'parent theme', '上级'],
  description: ['definition', 'description', '定义', '说明', '描述'],
  inclusion: ['inclusion', 'use it when', 'when to use', '何时使用'],
  exclusion: ['exclusion', 'do not use it when', 'when not to use', '何时不使用'],
  example: ['example', 'anchor example', '示例', '范例'],
  colour: ['colour', 'color', '颜色'],
  groups: ['groups', 'sets', '分组'],
  /** Counts and ids, which are another project's. */
  passedOver: [
    'highlights',
    'with_below',
    'number of highlights',
    'count',
    'frequency',
    'memos',
    'id',
    'parent_id',
    'theme_id',
    'name'
  ]
} as const

type Column = keyof typeof namesOf

function columnsIn(head: readonly string[]): (Column | null)[] {
  return head.map((cell) => {
    const name = tidy(cell).toLowerCase()
    if (/^(theme_)?level[ _]?\d+$/.test(name)) return 'passedOver'
    const all = Object.keys(namesOf) as Column[]
    return all.find((column) => namesOf[column].some((each) => each === name)) ?? null
  })
}

/**
 * Whether a table is a codebook: ours, Taguette's, or one whose columns are all what a codebook has, a name and something
 * that is said of it among them. A table with any other column is one of texts.
 */
export function isCodebookTable(head: readonly string[]): boolean {
  const columns = columnsIn(head)
  const has = (column: Column) => columns.includes(column)
  return !columns.includes(null) && has('name') && (has('description') || has('colour') || has('inclusion'))
}

interface Row {
  readonly name: string
  readonly parent: string
  readonly code: Omit<ParsedCode, 'path'>
  readonly groups: readonly string[]
}

/** A codebook that is a table: a row a theme. Levels are told by a path, by a column with the parent, or by dots (Taguette). */
export function readCodebookTable(rows: readonly (readonly string[])[]): RawFile {
  const [head = [], ...body] = rows
  const columns = columnsIn(head)
  const isPath = /path|路径/i.test(tidy(head[columns.indexOf('name')]))
  const read = body.map((row): Row => {
    const cell = (column: Column) => row[columns.indexOf(column)] ?? ''
    const rules = ['inclusion', 'exclusion', 'example'] as const
    return {
      name: tidy(cell('name')),
      parent: tidy(cell('parent')),
      groups: cell('groups')
        .split(';')
        .map(tidy)
        .filter((group) => group !== ''),
      code: {
        colour: colourOf(cell('colour')),
        description: prose(cell('description')),
        ...Object.fromEntries(rules.flatMap((rule) => (cell(rule) ? [[rule, prose(cell(rule))]] : [])))
      }
    }
  })
  const themes = read.filter(({ name }) => name !== '')
  const byName = new Map(themes.map((row) => [row.name, row]))
  const coded = themes.map((row) => ({
    ...row,
    path: isPath ? levelsOf(row.name) : pathOf(row, byName, new Set())
  }))
  const groups = new Map<string, ParsedGroup>()
  for (const { path, groups: own } of coded)
    for (const name of own) groups.set(name, { name, themes: [...(groups.get(name)?.themes ?? []), path] })
  return {
    texts: [],
    // Those above come first, so that what is said of them is known when they are made.
    codebook: coded
      .map(({ path, code }) => ({ ...code, path }))
      .sort((a, b) => a.path.length - b.path.length),
    groups: [...groups.values()]
  }
}

/** The names of a path; a slash within a name has a backslash before it. */
function levelsOf(path: string): string[] {
  const parts = path.match(/(?:\\\/|[^/])+/g) ?? []
  const names = parts.map((part) => part.replaceAll('\\/', '/').trim()).filter((name) => name !== '')
  return names.length > 0 ? names : [path]
}

/** The path of a name under its parent: the one that is stated, or the longest other name that it begins with before a dot. */
function pathOf({ name, parent }: Row, all: ReadonlyMap<string, Row>, above: ReadonlySet<string>): string[] {
  const over = parent !== '' ? parent : dottedParent(name, all)
  // What is above itself stands at the top.
  if (over === undefined || over === name || above.has(over)) return [name]
  const own = name.startsWith(`${over}.`) ? name.slice(over.length + 1) : name
  const row = all.get(over)
  return [...(row ? pathOf(row, all, new Set([...above, name])) : [over]), own || name]
}

function dottedParent(name: string, all: ReadonlyMap<string, Row>): string | undefined {
  for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
    const over = name.slice(0, at)
    if (all.has(over)) return over
  }
  return undefined
}
