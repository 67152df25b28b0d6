import { arrayOf, type Json, type JsonObject, objectOf, type RecordChanges } from './old-file'

/**
 * Format 5 to 6. New in 6: annotations have codings (a theme, who put it there, and when) in place of themes; documents
 * a bibliographic record (`csl`) in place of an author's line, and the fields that were only proposed; the project
 * types of attributes. Annotations are changed by `CodingHistory`, which knows who put which theme where.
 */
export const fiveToSix: RecordChanges = {
  info: (info) => ({ attributes: {}, ...info }),
  theme: (theme) => theme,
  work: (work) => work,
  annotation: (annotation) => annotation,
  document: (document) => ({ csl: {}, proposed: [], ...withRecord(document) }),
  part: withRecord
}

const mostNames = 200

/** The author's line as names, each as it was written; parts of names are nobody's to guess. */
function withRecord({ author, ...document }: JsonObject): JsonObject {
  if (author === undefined) return document
  const line = String(author).trim()
  if (line === '') return { ...document, csl: {} }
  const parts = line.split(';').flatMap((each) => each.trim() || [])
  const names = parts.length > 0 && parts.length <= mostNames ? parts : [line]
  return { ...document, csl: { author: names.map((literal) => ({ literal })) } }
}

/** Who changed something, and when. */
interface Change {
  readonly coder: Json
  readonly time: Json
  /** Whether it takes back, or does again, what was done before. */
  readonly isAgain: boolean
}

/**
 * Goes through the journal of a project of format 5 and finds out who put which theme on a passage: format 5 says only
 * whose the passage is. Codings are those of format 6: `{ theme, coder, created }`.
 */
export class CodingHistory {
  /** The codings of each annotation, as they were from a change on. */
  private readonly states = new Map<string, { readonly seq: number; readonly codings: JsonObject[] }[]>()
  /** Who put a theme on an annotation last: undoing brings back the coding of before. */
  private readonly known = new Map<string, JsonObject>()

  /** A line of the journal with codings in place of themes, in what it does and in what takes it back. */
  line(line: JsonObject): JsonObject {
    const seq = Number(line.seq)
    const change = { coder: line.coder ?? '', time: line.time ?? '', isAgain: line.kind !== 'do' }
    const done = operationsIn(objectOf(line.operation))
    const undone = operationsIn(objectOf(line.inverse)).toReversed()
    const pairs = done.map((own, at) => {
      const inverse = undone[at]
      const before = inverse && this.restoring(inverse, change)
      return { own: this.doing(own, change, seq), before }
    })
    const befores = pairs.flatMap(({ before }) => (before ? [before] : []))
    return {
      ...line,
      operation: withOperations(
        objectOf(line.operation),
        pairs.map(({ own }) => own)
      ),
      inverse:
        befores.length === undone.length
          ? withOperations(objectOf(line.inverse), befores.toReversed())
          : objectOf(line.inverse)
    }
  }

  /** An annotation of a snapshot file, as it was after the change `seq`. */
  annotation(annotation: JsonObject, seq: number): JsonObject {
    if (annotation.themes === undefined) return annotation
    const { themes, ...rest } = annotation
    const states = this.states.get(String(annotation.id)) ?? []
    const then = states.findLast((each) => each.seq <= seq)?.codings ?? []
    return { ...rest, codings: arrayOf(themes).map((theme) => this.coding(then, annotation, theme)) }
  }

  private doing(own: JsonObject, change: Change, seq: number): JsonObject {
    if (own.type === 'annotation.add') {
      const annotation = objectOf(own.annotation)
      const codings = this.codingsOf(annotation)
      this.put(String(annotation.id), codings, seq)
      const { themes: _, ...rest } = annotation
      return { ...own, annotation: { ...rest, codings } }
    }
    if (own.type === 'annotation.update') {
      const id = String(own.id)
      const { themes, ...patch } = objectOf(own.patch)
      if (themes === undefined) {
        if (patch.codings !== undefined) this.put(id, recordsIn(patch.codings), seq)
        return own
      }
      const now = this.now(id)
      const codings = arrayOf(themes).map((theme) => {
        const there = now.find((each) => each.theme === theme)
        const again = change.isAgain ? this.known.get(`${id} ${theme}`) : undefined
        return there ?? again ?? { theme, coder: change.coder, created: change.time }
      })
      this.put(id, codings, seq)
      return { ...own, patch: { ...patch, codings } }
    }
    return own
  }

  /** An operation that takes a change back, from what there was before the change. */
  private restoring(inverse: JsonObject, change: Change): JsonObject {
    if (inverse.type === 'annotation.add') {
      const { themes, ...annotation } = objectOf(inverse.annotation)
      if (themes === undefined) return inverse
      const now = this.now(String(annotation.id))
      return {
        ...inverse,
        annotation: {
          ...annotation,
          codings: arrayOf(themes).map((each) => this.coding(now, annotation, each))
        }
      }
    }
    if (inverse.type === 'annotation.update') {
      const { themes, ...patch } = objectOf(inverse.patch)
      if (themes === undefined) return inverse
      const id = String(inverse.id)
      const now = this.now(id)
      const made = { id, coder: change.coder, created: change.time }
      const codings = arrayOf(themes).map((theme) => this.coding(now, made, theme))
      return { ...inverse, patch: { ...patch, codings } }
    }
    return inverse
  }

  private codingsOf(annotation: JsonObject): JsonObject[] {
    if (annotation.themes === undefined) return recordsIn(annotation.codings)
    const id = String(annotation.id)
    return arrayOf(annotation.themes).map(
      (theme) =>
        this.known.get(`${id} ${theme}`) ?? {
          theme,
          coder: annotation.coder ?? '',
          created: annotation.created ?? ''
        }
    )
  }

  /** The coding of a theme among some; else what is known of it; else as its annotation was made. */
  private coding(among: readonly JsonObject[], annotation: JsonObject, theme: Json): JsonObject {
    return (
      among.find((each) => each.theme === theme) ??
      this.known.get(`${annotation.id} ${theme}`) ?? {
        theme,
        coder: annotation.coder ?? '',
        created: annotation.created ?? ''
      }
    )
  }

  private put(id: string, codings: JsonObject[], seq: number): void {
    const states = this.states.get(id) ?? []
    states.push({ seq, codings })
    this.states.set(id, states)
    for (const coding of codings) this.known.set(`${id} ${coding.theme}`, coding)
  }

  private now(id: string): readonly JsonObject[] {
    return this.states.get(id)?.at(-1)?.codings ?? []
  }
}

function recordsIn(value: Json | undefined): JsonObject[] {
  return arrayOf(value).map((each) => objectOf(each))
}

function operationsIn(operation: JsonObject): JsonObject[] {
  return operation.type === 'batch' ? recordsIn(operation.operations) : [operation]
}

function withOperations(operation: JsonObject, own: readonly JsonObject[]): JsonObject {
  return operation.type === 'batch' ? { ...operation, operations: [...own] } : (own[0] ?? operation)
}
