import { isShippedStyle } from '../../shared/citation/citation-styles'
import { shippedFile } from './shipped-files'
import { StyleProblem } from './style-problem'
import type { StyleNode } from './style-tree'

/** The tree of a style by its name, or that of an opened one. @throws StyleProblem where there is none */
export function styleOf(id: string, opened: StyleNode | null): StyleNode {
  if (isShippedStyle(id)) return shippedFile(id)
  if (opened === null) throw new StyleProblem('missing', id)
  return opened
}
