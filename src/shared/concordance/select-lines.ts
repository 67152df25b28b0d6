import { countedOnce } from '../recycled/copies'
import { documentKey, groupKey } from './group-keys'
import { lineChance } from './line-chance'
import type { LineFacts, SideWords } from './line-facts'
import type { Selection } from './trail'

/** The lines of an order that a selection leaves, in that order. */
export function selected(facts: LineFacts, order: Uint32Array, selection: Selection): Uint32Array {
  switch (selection.by) {
    case 'sample': {
      const chance = lineChance(facts, selection.seed)
      if (order.length <= selection.size) return order
      const drawn = new Set(
        order.toSorted((a, b) => chance(a) - chance(b) || a - b).subarray(0, selection.size)
      )
      return order.filter((line) => drawn.has(line))
    }
    case 'perDocument': {
      const counts = new Map<number, number>()
      return order.filter((line) => {
        const document = facts.document[line] ?? 0
        const count = (counts.get(document) ?? 0) + 1
        counts.set(document, count)
        return count <= selection.most
      })
    }
    case 'copies':
      return facts.copies ? countedOnce(order, facts.document, facts.copies) : order
    default: {
      const isMeant = test(facts, selection)
      return order.filter((line) => isMeant(line) === selection.keep)
    }
  }
}

type Test = Exclude<Selection, { by: 'sample' | 'perDocument' | 'copies' }>

function test(facts: LineFacts, selection: Test): (line: number) => boolean {
  switch (selection.by) {
    case 'lines': {
      const name = (document: string, start: number, end: number) => `${document} ${start} ${end}`
      const meant = new Set(selection.lines.map(({ document, start, end }) => name(document, start, end)))
      return (line) =>
        meant.has(
          name(
            facts.documents[facts.document[line] ?? -1]?.id ?? '',
            facts.start[line] ?? 0,
            facts.end[line] ?? 0
          )
        )
    }
    case 'documents': {
      const meant = new Set(selection.documents)
      return ofDocuments(facts, ({ id }) => meant.has(id))
    }
    case 'attribute': {
      const { name, values } = selection
      return ofDocuments(facts, (each) => values.includes(documentKey(each, { by: 'attribute', name })))
    }
    case 'fact': {
      const { fact, values } = selection
      return ofDocuments(facts, (each) => values.includes(documentKey(each, { by: fact })))
    }
    case 'slot': {
      const { size, table, numbers } = sideOf(facts, selection.slot)
      const at = Number(selection.slot.charAt(1)) - 1
      const meant = new Set(selection.words.flatMap((word) => table.find(facts.fold(word)) ?? []))
      return (line) => meant.has(numbers[line * size + at] ?? -1)
    }
    case 'collocate': {
      const word = facts.fold(selection.word)
      return (line) =>
        hasWithin(facts.left, line, selection.left, word) ||
        hasWithin(facts.right, line, selection.right, word)
    }
    case 'theme': {
      const { theme } = selection
      const own = (line: number) => facts.themes?.[line] ?? []
      return theme === null ? (line) => own(line).length === 0 : (line) => own(line).includes(theme)
    }
    case 'group':
      return (line) => groupKey(facts, selection.grouping, line) === selection.key
  }
}

function ofDocuments(facts: LineFacts, isMeant: (document: LineFacts['documents'][number]) => boolean) {
  const meant = facts.documents.map(isMeant)
  return (line: number) => meant[facts.document[line] ?? -1] ?? false
}

function sideOf(facts: LineFacts, slot: string): SideWords {
  return slot.startsWith('L') ? facts.left : facts.right
}

function hasWithin({ size, table, numbers }: SideWords, line: number, reach: number, word: string): boolean {
  const number = table.find(word)
  if (number === undefined) return false
  for (let at = 0; at < Math.min(reach, size); at++) if (numbers[line * size + at] === number) return true
  return false
}
