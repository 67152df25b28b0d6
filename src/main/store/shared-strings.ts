import type { Annotation } from '../../shared/model/annotation'

/** So many different values are remembered at most. */
const mostValues = 5000

/**
 * Puts one string in the place of equal ones: what JSON.parse gives is a new string for each value, and a hundred thousand
 * annotations name the same text, coder and themes, and often one moment.
 */
export class SharedStrings {
  private readonly known = new Map<string, string>()
  private moment = ''

  /** The annotation itself, with strings of which there are others like it. */
  within(annotation: Annotation): Annotation {
    annotation.document = this.named(annotation.document)
    annotation.coder = this.named(annotation.coder)
    annotation.selector.revision = this.named(annotation.selector.revision)
    annotation.created = this.at(annotation.created)
    annotation.modified = this.at(annotation.modified)
    for (const coding of annotation.codings) {
      coding.theme = this.named(coding.theme)
      coding.coder = this.named(coding.coder)
      coding.created = this.at(coding.created)
    }
    return annotation
  }

  private named<T extends string>(value: T): T {
    const known = this.known.get(value)
    if (known !== undefined) return known as T
    if (this.known.size < mostValues) this.known.set(value, value)
    return value
  }

  /** Moments seldom come back later: each is held against the last one alone. */
  private at(moment: string): string {
    if (moment !== this.moment) this.moment = moment
    return this.moment
  }
}
