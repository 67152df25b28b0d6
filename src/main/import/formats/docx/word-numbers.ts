import { attribute, childrenNamed, firstNamed, named, parseXml } from '../xml'
import { numberAs } from './number-formats'

/** A level of a list: how its numbers are written and what stands around them (`第%1条`). */
interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly space: boolean
  /** Whether all figures in it are plain. */
  readonly plain: boolean
  /** Below which level it begins anew; null where it never does. */
  readonly restartsBelow: number | null
  readonly style: string | null
}

interface List {
  readonly shape: string
  readonly levels: ReadonlyMap<number, Level>
  /** Numbers that single levels begin with in this list. */
  readonly starts: ReadonlyMap<number, number>
}

/**
 * The numbers that Word makes itself, put down as words before their paragraphs: `第一条`, `1.1`, `5)`. Bullets are none.
 * Counting follows ECMA-376, 17.9: lists of one shape go on counting, a list with a start of its own begins there.
 *
 * @returns how many paragraphs got a number
 */
export function writeNumbers(document: Document, numbering: string | null, styles: string | null): number {
  if (numbering === null) return 0
  const lists = listsIn(parseXml(numbering))
  if (lists.size === 0) return 0
  const ofStyles = styles === null ? new Map<string, Place>() : placesOfStyles(parseXml(styles), lists)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  let written = 0
  for (const paragraph of named(document, 'p')) {
    const place = placeOf(paragraph, ofStyles)
    const list = place && lists.get(place.list)
    const level = list?.levels.get(place?.level ?? 0)
    if (!place || !list || !level) continue
    const label = labelOf(place, list, level, counters, begun)
    if (label === '') continue
    prefix(document, paragraph, label)
    written++
  }
  return written
}

interface Place {
  readonly list: string
  readonly level: number
}

function labelOf(
  { list: id, level: at }: Place,
  { shape, levels, starts }: List,
  level: Level,
  counters: Map<string, number[]>,
  begun: Set<string>
): string {
  const counts = counters.get(shape) ?? []
  counters.set(shape, counts)
  const first = (own: number) => starts.get(own) ?? levels.get(own)?.start ?? 1
  const isNew = starts.has(at) && !begun.has(`${id} ${at}`)
  begun.add(`${id} ${at}`)
  const before = counts[at]
  counts[at] = before === undefined || isNew ? first(at) : before + 1
  for (const below of levels.keys()) {
    const stop = levels.get(below)?.restartsBelow
    if (below > at && stop !== null && (stop === undefined || at < stop)) delete counts[below]
  }
  if (level.format === 'bullet' || level.text === '') return ''
  const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
    const own = Number(digit) - 1
    counts[own] ??= first(own)
    return numberAs(level.plain ? 'decimal' : (levels.get(own)?.format ?? 'decimal'), counts[own] ?? 1)
  })
  return label.trim() === '' ? '' : label + (level.space ? ' ' : '')
}

function listsIn(numbering: Document): Map<string, List> {
  const shapes = new Map(
    named(numbering, 'abstractNum').map((each) => [attribute(each, 'abstractNumId') ?? '', levelsIn(each)])
  )
  return new Map(
    named(numbering, 'num').map((each): [string, List] => {
      const shape = value(each, 'abstractNumId')
      const levels = new Map(shapes.get(shape) ?? [])
      const starts = new Map<number, number>()
      for (const override of childrenNamed(each, 'lvlOverride')) {
        const at = Number(attribute(override, 'ilvl') ?? 0)
        for (const [own, level] of levelsIn(override)) levels.set(own, level)
        const start = value(override, 'startOverride')
        if (start !== '') starts.set(at, Number(start))
      }
      return [attribute(each, 'numId') ?? '', { shape, levels, starts }]
    })
  )
}

function levelsIn(parent: Element): Map<number, Level> {
  return new Map(
    childrenNamed(parent, 'lvl').map((each): [number, Level] => {
      const at = Number(attribute(each, 'ilvl') ?? 0)
      const restart = value(each, 'lvlRestart')
      return [
        at,
        {
          start: Number(value(each, 'start') || 1),
          format: value(each, 'numFmt') || 'decimal',
          text: value(each, 'lvlText'),
          space: value(each, 'suff') !== 'nothing',
          plain: childrenNamed(each, 'isLgl').length > 0,
          restartsBelow: restart === '0' ? null : restart === '' ? at : Number(restart),
          style: value(each, 'pStyle') || null
        }
      ]
    })
  )
}

/** Which list and level the paragraphs of a style have, by itself or by the style that it is based on. */
function placesOfStyles(styles: Document, lists: ReadonlyMap<string, List>): Map<string, Place> {
  const own = new Map(named(styles, 'style').map((each) => [attribute(each, 'styleId') ?? '', each]))
  const found = new Map<string, Place>()
  for (const [id, style] of own) {
    const seen = new Set<Element>()
    for (let at: Element | undefined = style; at && !seen.has(at); at = own.get(value(at, 'basedOn'))) {
      seen.add(at)
      const numbered = firstNamed(at, 'numPr')
      const list = numbered && value(numbered, 'numId')
      if (!list) continue
      const ofStyle = [...(lists.get(list)?.levels ?? [])].find(([, { style: name }]) => name === id)?.[0]
      if (list !== '0') found.set(id, { list, level: ofStyle ?? Number(value(numbered, 'ilvl') || 0) })
      break
    }
  }
  return found
}

function placeOf(paragraph: Element, ofStyles: ReadonlyMap<string, Place>): Place | null {
  const [properties] = childrenNamed(paragraph, 'pPr')
  if (!properties) return null
  const ofStyle = ofStyles.get(value(properties, 'pStyle')) ?? null
  const [numbered] = childrenNamed(properties, 'numPr')
  if (!numbered) return ofStyle
  const list = value(numbered, 'numId') || ofStyle?.list
  if (!list || list === '0') return null
  return { list, level: Number(value(numbered, 'ilvl') || ofStyle?.level || 0) }
}

/** The value of a child (`<w:start w:val="1"/>`); empty where there is none. */
function value(parent: Element, name: string): string {
  const [child] = childrenNamed(parent, name)
  return (child && attribute(child, 'val')) ?? ''
}

function prefix(document: Document, paragraph: Element, label: string): void {
  const run = document.createElement('w:r')
  const words = document.createElement('w:t')
  words.setAttribute('xml:space', 'preserve')
  words.textContent = label
  run.append(words)
  const [properties] = childrenNamed(paragraph, 'pPr')
  if (properties) properties.after(run)
  else paragraph.prepend(run)
}
