import { printQuery } from '../../shared/concordance/print-query'

/** The query of words as they are written: no sign in them has a meaning. */
export function quotedQuery(words: string): string {
  return printQuery({ kind: 'phrase', terms: [{ kind: 'quoted', text: words }] })
}
