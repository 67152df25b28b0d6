import type { Grouping, Slot, SortKey, Trail } from '../../shared/concordance/trail'
import { Rendering } from '../../shared/model/document'
import { UsageError } from './io'

const slot = /^[LR][1-5]$/

/** `L1,-R1,date`: a key each, a minus turns it round. */
function sortKeys(text: string): SortKey[] {
  return text.split(',').map((part) => {
    const descending = part.startsWith('-')
    const [name = '', value = ''] = part.replace(/^-/, '').split(':')
    if (slot.test(name)) return { by: 'slot', slot: name as Slot, descending }
    switch (name) {
      case 'hit':
      case 'document':
      case 'date':
      case 'typicality':
        return { by: name, descending }
      case 'answer':
        return { by: name, version: null, ...kindOf(value, '--sort'), descending }
      case 'random':
        return { by: name, seed: Number(value || 0) >>> 0 }
      default:
        throw new UsageError(
          '--sort takes L1 to L5, R1 to R5, hit, document, date, random:SEED, typicality, answer, answer:KIND'
        )
    }
  })
}

/** `machine` of `answer:machine`: in versions of which kind. */
function kindOf(value: string, option: string): { readonly kind?: Rendering } {
  if (value === '') return {}
  const kind = Rendering.options.find((each) => each === value)
  if (kind) return { kind }
  throw new UsageError(`${option} answer takes one of ${Rendering.options.join(', ')}`)
}

/** `left:2`, `form`, `year`, `attribute:NAME`. */
function groupingOf(text: string): Grouping {
  const at = text.indexOf(':')
  const [name, value] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  switch (name) {
    case 'left':
    case 'right': {
      const size = Number(value || 1)
      if (Number.isInteger(size) && size >= 1 && size <= 5) return { by: 'pattern', side: name, size }
      throw new UsageError('--group left and right take 1 to 5 words')
    }
    case 'form':
    case 'document':
    case 'year':
    case 'language':
    case 'kind':
    case 'publisher':
    case 'theme':
      return { by: name }
    case 'answer':
      return { by: name, version: null, ...kindOf(value, '--group') }
    case 'attribute':
      if (value !== '') return { by: name, name: value }
  }
  throw new UsageError(
    '--group takes left:N, right:N, form, document, year, language, kind, publisher, theme, answer, answer:KIND, attribute:NAME'
  )
}

/** The steps that the options of a command mean. */
export function trailOf({
  sort,
  group,
  'copies-once': copiesOnce
}: {
  readonly sort?: string | undefined
  readonly group?: string | undefined
  readonly 'copies-once'?: boolean | undefined
}): Trail {
  const note = { name: '', memo: '' }
  return [
    ...(copiesOnce ? [{ do: 'select' as const, selection: { by: 'copies' as const }, ...note }] : []),
    ...(sort === undefined ? [] : [{ do: 'order' as const, keys: sortKeys(sort), ...note }]),
    ...(group === undefined ? [] : [{ do: 'group' as const, grouping: groupingOf(group), ...note }])
  ]
}
