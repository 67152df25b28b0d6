import type { Annotation } from '../../../shared/model/annotation'
import type { Coding } from '../../../shared/model/coding'

type OwnCoding = Pick<Coding, 'theme' | 'coder'>

/**
 * What choice, order and headings of an export go by. It is held for each passage, of which there may be hundreds of
 * thousands; its words, its surroundings and its memo are looked up when its turn comes.
 */
export interface Passage extends Pick<Annotation, 'id' | 'document' | 'coder' | 'created' | 'parallel'> {
  readonly codings: readonly OwnCoding[]
  readonly selector: Pick<Annotation['selector'], 'revision' | 'start' | 'end'>
}

/** Makes passages of annotations. Those that carry the same themes by the same coders share them. */
export class PassageMaker {
  private readonly known = new Map<string, readonly OwnCoding[]>()

  of({ id, document, coder, created, parallel, codings, selector }: Annotation): Passage {
    const { revision, start, end } = selector
    return {
      id,
      document,
      coder,
      created,
      parallel,
      codings: this.shared(codings),
      selector: { revision, start, end }
    }
  }

  private shared(codings: readonly Coding[]): readonly OwnCoding[] {
    const own = codings.map(({ theme, coder }) => ({ theme, coder }))
    const key = own.map(({ theme, coder }) => `${theme} ${coder}`).join('\n')
    const known = this.known.get(key)
    if (known) return known
    this.known.set(key, own)
    return own
  }
}
