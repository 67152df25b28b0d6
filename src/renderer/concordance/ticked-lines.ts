import type { NamedLine } from '../../shared/concordance/lines'
import type { LineName } from '../../shared/concordance/trail'

/** Lines by their names: they stay ticked however lines are sorted. */
export type TickedLines = ReadonlyMap<string, NamedLine>

export function lineKey({ document, start, end }: LineName): string {
  return `${document} ${start} ${end}`
}

/** With or without some lines: all of them ticked where one was not, else none of them. */
export function toggled(ticked: TickedLines, lines: readonly NamedLine[]): TickedLines {
  const next = new Map(ticked)
  const isOn = lines.some((line) => !ticked.has(lineKey(line)))
  for (const { document, start, end, revision } of lines) {
    const key = lineKey({ document, start, end })
    if (isOn) next.set(key, { document, start, end, revision })
    else next.delete(key)
  }
  return next
}

export function namesOf(ticked: TickedLines): LineName[] {
  return [...ticked.values()].map(({ document, start, end }) => ({ document, start, end }))
}
