import { numberAs } from './docx/number-formats'
import { attribute, childrenNamed, localName, named } from './xml'

/** How a level of a list writes its numbers. */
interface Level {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  /** The whole label with its numbers as `%1%`, where the file says it so. */
  readonly whole: string | null
  readonly start: number
  /** How many levels stand in the label. */
  readonly shown: number
}

/** Formats of OpenDocument by the names that Word has for them. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^1$/, 'decimal'],
  [/^a$/, 'lowerLetter'],
  [/^A$/, 'upperLetter'],
  [/^i$/, 'lowerRoman'],
  [/^I$/, 'upperRoman'],
  [/^(一|ー|NumberNaturalLower)/, 'chineseCounting'],
  [/^(壹|NumberNaturalUpper)/, 'chineseLegalSimplified'],
  [/^甲/, 'ideographTraditional'],
  [/^子/, 'ideographZodiac'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^１/, 'decimalFullWidth']
]

type Levels = ReadonlyMap<number, Level>

/** The numbers that OpenDocument gives items of lists and headings: `第一条`, `1.1`, `5)`. Bullets are none. */
export class OdtNumbers {
  private readonly lists: ReadonlyMap<string, Levels>
  private readonly outline: Levels
  private readonly counts = new Map<string, number[]>()
  private headings: number[] = []

  /** @param trees what the file says of styles: its content, and its common styles where it has any */
  constructor(trees: readonly Document[]) {
    this.lists = new Map(
      trees.flatMap((tree) =>
        named(tree, 'list-style').map((each) => [attribute(each, 'name') ?? '', levelsIn(each)] as const)
      )
    )
    const [outline] = trees.flatMap((tree) => named(tree, 'outline-style'))
    this.outline = outline ? levelsIn(outline) : new Map()
  }

  /** A list that begins: what counts its items. A list within another has no name of its own. */
  begin(list: Element, outer: OpenList | null): OpenList {
    if (outer)
      return { ...outer, style: attribute(list, 'style-name') ?? outer.style, level: outer.level + 1 }
    const style = attribute(list, 'style-name') ?? ''
    const own = attribute(list, 'id') ?? ''
    const goesOn = attribute(list, 'continue-list') ?? ''
    const before = this.counts.get(goesOn === '' ? `style ${style}` : `list ${goesOn}`)
    const isContinued = goesOn !== '' || attribute(list, 'continue-numbering') === 'true'
    const counts = isContinued && before ? before : []
    this.counts.set(`style ${style}`, counts)
    if (own !== '') this.counts.set(`list ${own}`, counts)
    return { style, level: 1, counts }
  }

  /** The label of the next item of a list; empty where it has none. */
  ofItem(item: Element, { style, level, counts }: OpenList): string {
    const stated = Number(attribute(item, 'start-value') ?? Number.NaN)
    return labelOf(this.lists.get(style) ?? new Map(), level, counts, stated)
  }

  ofHeading(level: number): string {
    return labelOf(this.outline, level, this.headings, Number.NaN)
  }
}

export interface OpenList {
  readonly style: string
  readonly level: number
  /** By level, from 1; what is deeper than the last item is not there. */
  readonly counts: number[]
}

function labelOf(levels: Levels, at: number, counts: number[], stated: number): string {
  const own = levels.get(at)
  const first = own?.start ?? 1
  counts[at] = Number.isFinite(stated) ? stated : counts[at] === undefined ? first : counts[at] + 1
  counts.length = at + 1
  if (!own || own.format === '') return ''
  const numberOf = (level: number) => {
    const { format = 'decimal', start = 1 } = levels.get(level) ?? {}
    return format === '' ? '' : numberAs(format, counts[level] ?? start)
  }
  if (own.whole !== null) return own.whole.replace(/%(\d+)%/g, (_, level: string) => numberOf(Number(level)))
  const shown = Array.from({ length: own.shown }, (_, back) => numberOf(at - own.shown + 1 + back))
  return own.prefix + shown.filter(Boolean).join('.') + own.suffix
}

function levelsIn(style: Element): Map<number, Level> {
  const own = [
    ...childrenNamed(style, 'list-level-style-number'),
    ...childrenNamed(style, 'outline-level-style')
  ]
  return new Map(
    own.map((each): [number, Level] => {
      const said = (name: string) => attribute(each, name)
      const level = Number(said('level') ?? 1)
      const format = said('num-format') ?? ''
      return [
        level,
        {
          format: format === '' ? '' : (formats.find(([shape]) => shape.test(format))?.[1] ?? 'decimal'),
          prefix: said('num-prefix') ?? '',
          suffix: said('num-suffix') ?? '',
          whole: said('num-list-format'),
          start: Number(said('start-value') ?? 1),
          shown: Math.min(level, Math.max(1, Number(said('display-levels') ?? 1)))
        }
      ]
    })
  )
}

/** Whether an element is an item that has a number. */
export function isItem(element: Element): boolean {
  return localName(element) === 'list-item'
}
