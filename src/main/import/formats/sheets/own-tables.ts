import { withoutApostrophe } from '../../../../shared/text/spreadsheet-cell'

/** The first columns of the tables that this program writes, or has written: excerpts, codebooks, documents, aligned works. */
const ownHeads = [
  ['id', 'quote', 'context', 'citation', 'document'],
  ['id', 'quote', 'sentence', 'citation', 'document'],
  ['path', 'colour', 'definition', 'inclusion', 'exclusion'],
  ['id', 'title', 'works', 'language', 'rendering']
]

/** A table that this program has written, its cells as they were before apostrophes were put before some; others as they are. */
export function readBack(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return isOwn(rows[0] ?? []) ? rows.map((row) => row.map(withoutApostrophe)) : rows
}

function isOwn(head: readonly string[]): boolean {
  const isAligned = head[0] === 'row' && /^version1: /.test(head[1] ?? '')
  return isAligned || ownHeads.some((own) => own.every((name, at) => head[at] === name))
}
