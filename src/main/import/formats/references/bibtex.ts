import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { RawFile, Source } from '../../parsed'
import { type Json, objectsIn } from '../json'
import { referencesOf } from './csl'

/** References as BibTeX or BibLaTeX. An entry that cannot be read is counted; the others are read all the same. */
export async function parseBibtex(source: Source): Promise<RawFile> {
  const text = source.text()
  const whole = read(text)
  if (whole) return referencesOf(whole)
  const pieces = text.split(/^(?=[^\S\n]*@\s*[A-Za-z]+\s*[{(])/m)
  const words = pieces.filter((piece) => /^\s*@\s*string/i.test(piece)).join('\n')
  const entries = pieces.filter((piece) => /^\s*@\s*(?!string|comment|preamble)[A-Za-z]+/i.test(piece))
  const found = entries.map((entry) => read(`${words}\n${entry}`))
  return referencesOf(
    found.flatMap((each) => each ?? []),
    found.filter((each) => each === null).length
  )
}

function read(text: string): Json[] | null {
  try {
    return objectsIn(plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false }))
  } catch {
    return null
  }
}
