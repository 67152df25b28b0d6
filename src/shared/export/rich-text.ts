/** A piece of text in one style: what citations and bibliographies are made of. */
export interface Run {
  readonly text: string
  readonly italic?: true
  readonly bold?: true
  readonly smallCaps?: true
  readonly superscript?: true
  readonly subscript?: true
  readonly underline?: true
  /** An address that the words lead to. */
  readonly href?: string
}

export type RichText = readonly Run[]

/** The words alone. */
export function plainText(rich: RichText): string {
  return rich.map(({ text }) => text).join('')
}
