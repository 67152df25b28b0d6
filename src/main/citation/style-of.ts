import { isShippedStyle } from '../../shared/citation/citation-styles'
import { parseStyle } from './parse-style'
import { shippedFile } from './shipped-files'
import { StyleProblem } from './style-problem'
import type { StyleNode } from './style-tree'

/** The tree of a style by its name; of an opened one out of its text. Throws a StyleProblem where it cannot be used. */
export function styleOf(id: string, xml: string | null): StyleNode {
  if (isShippedStyle(id)) return shippedFile(id)
  if (xml === null) throw new StyleProblem('missing', id)
  return parseStyle(xml).tree
}
