import { z } from 'zod'

/** A node of a style or a locale of CSL, in the shape in which citeproc reads XML. */
export interface StyleNode {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (StyleNode | string)[]
}

export const StyleNode: z.ZodType<StyleNode> = z.lazy(() =>
  z.object({
    name: z.string(),
    attrs: z.record(z.string(), z.string()),
    children: z.array(z.union([StyleNode, z.string()]))
  })
)

/** The tree with each node put in another's place, from the leaves up. */
export function mapNodes(node: StyleNode, change: (node: StyleNode) => StyleNode): StyleNode {
  return change({
    ...node,
    children: node.children.map((child) => (typeof child === 'string' ? child : mapNodes(child, change)))
  })
}

/** All nodes, a node before those in it. */
export function* nodesIn(node: StyleNode): Generator<StyleNode> {
  yield node
  for (const child of node.children) if (typeof child !== 'string') yield* nodesIn(child)
}

/** The nodes of a name right under a node. */
export function childrenOf(node: StyleNode, name: string): StyleNode[] {
  return node.children.filter((child): child is StyleNode => typeof child !== 'string' && child.name === name)
}

export function textOf(node: StyleNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
