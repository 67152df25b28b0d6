import type { Annotation } from './annotation'
import type { CoderId, ThemeId } from './ids'

/** A theme put on a passage, and the person who put it there. */
export interface Coding {
  readonly theme: ThemeId
  readonly coder: CoderId
}

/** The codings of a passage. The one place of the read side that knows how an annotation holds them. */
export function codingsOf({ themes, coder }: Annotation): Coding[] {
  return themes.map((theme) => ({ theme, coder }))
}
