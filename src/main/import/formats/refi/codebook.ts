import type { ParsedCode, RawFile, Source } from '../../parsed'
import type { ParsedGroup } from '../../parsed-companions'
import { attribute, childrenNamed, firstNamed, named, parseXml, tidy } from '../xml'

/** A code with the id by which the rest of its file speaks of it. */
export interface Code extends ParsedCode {
  readonly guid: string
  readonly element: Element
}

/** A codebook by itself (REFI-QDA codebook 1.0, `.qdc`). */
export async function parseQdc(source: Source): Promise<RawFile> {
  const tree = parseXml(source.text('utf-8'))
  const codes = codesIn(tree)
  if (codes.length === 0) throw new Error('it holds no codes')
  return { texts: [], codebook: codes.map(asParsed), groups: groupsIn(tree, codes) }
}

export function asParsed({ path, colour, description }: Code): ParsedCode {
  return { path, colour, description }
}

/** The codes of a codebook, those above before those below. */
export function codesIn(tree: Document): Code[] {
  const codes: Code[] = []
  const visit = (parent: Element, above: readonly string[]) => {
    for (const element of childrenNamed(parent, 'Code')) {
      const path = [...above, tidy(attribute(element, 'name')) || '–']
      const colour = /^#[0-9a-f]{6}$/i.exec(attribute(element, 'color') ?? '')?.[0]?.toLowerCase() ?? null
      const description = tidy(childrenNamed(element, 'Description')[0]?.textContent)
      codes.push({ guid: attribute(element, 'guid') ?? '', element, path, colour, description })
      if (path.length < 40) visit(element, path)
    }
  }
  const root = firstNamed(tree, 'Codes')
  if (root) visit(root, [])
  return codes
}

/** The sets of a project or codebook, as far as they hold codes. */
export function groupsIn(tree: Document, codes: readonly Code[]): ParsedGroup[] {
  const paths = new Map(codes.map(({ guid, path }) => [guid, path]))
  return named(tree, 'Set').flatMap((set) => {
    const themes = childrenNamed(set, 'MemberCode').flatMap((member) => {
      const path = paths.get(attribute(member, 'targetGUID') ?? attribute(member, 'guid') ?? '')
      return path ? [[...path]] : []
    })
    const name = tidy(attribute(set, 'name'))
    return themes.length > 0 && name !== '' ? [{ name, themes }] : []
  })
}
