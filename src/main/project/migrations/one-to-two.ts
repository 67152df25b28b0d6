import { arrayOf, type JsonObject, objectOf, type RecordChanges } from './old-file'

/**
 * Format 1 to 2. New in 2: the library lies in sixteen files; snapshot files carry their name; journal lines carry
 * the tops of the undo and redo stacks; annotations have a `proposal`; revisions say how they came about.
 */
export const oneToTwo: RecordChanges = {
  info: (info) => info,
  theme: (theme) => theme,
  work: (work) => work,
  part: (document) => document,
  annotation: (annotation) => ({ proposal: null, ...annotation }),
  document(document) {
    const added = { reason: 'import', coder: null, furniture: [], original: null }
    return {
      ...document,
      revisions: arrayOf(document.revisions).map((each) => ({ ...added, ...objectOf(each) }))
    }
  }
}

/** Gives each journal line, in order, its place on the stacks of undo and redo. */
export class Stacks {
  private readonly undo: number[] = []
  private readonly redo: { seq: number; of: number }[] = []

  place({ seq, time, coder, kind, of, operation, inverse }: JsonObject): JsonObject {
    const number = Number(seq)
    let below = 0
    if (kind === 'undo') {
      below = this.redo.at(-1)?.seq ?? 0
      this.redo.push({ seq: number, of: this.undo.pop() ?? 0 })
    } else if (kind === 'redo') {
      const undone = this.redo.pop()
      if (undone) this.undo.push(undone.of)
    } else if (objectOf(operation).type !== 'project.create') {
      below = this.undo.at(-1) ?? 0
      this.undo.push(number)
      this.redo.length = 0
    }
    const tops = { undo: this.undo.at(-1) ?? 0, redo: this.redo.at(-1)?.seq ?? 0, below }
    const head = { seq: seq ?? 0, time: time ?? '', coder: coder ?? '', kind: kind ?? '' }
    return {
      ...head,
      ...(of === undefined ? {} : { of }),
      ...tops,
      operation: objectOf(operation),
      inverse: objectOf(inverse)
    }
  }
}
