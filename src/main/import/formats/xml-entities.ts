import { decodeHTMLStrict } from 'entities'

/** A file that uses an entity which it does not declare, or declares outside itself; or whose own unfold to too much. */
export class EntityProblem extends Error {
  /** @param entity its name; empty where they unfold to too much */
  constructor(readonly entity: string) {
    super(entity === '' ? 'its entities unfold to too much' : `the entity &${entity}; is not in it`)
  }
}

/** How large a text may become by its entities, in UTF-16 code units; and how deep they may name one another. */
const mostGrowth = 1_000_000
const deepest = 8
const mostOwn = 5000
/** How far into a file its document type may begin, and how long it may be, in UTF-16 code units. */
const furthest = 1_000_000

/** The document type and its internal subset, wherever a quoted value holds a bracket. */
const docType =
  /^<!DOCTYPE(?:[^[>"']|"[^"]*"|'[^']*')*(?:\[((?:"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[^\]"'])*)\](?:[^>"']|"[^"]*"|'[^']*')*)?>/i
const declaration =
  /<!ENTITY\s+(%\s+)?([\w:.-]+)\s+(?:(SYSTEM|PUBLIC)\b[^>]{0,2000}|"([^"]*)"|'([^']*)')\s*>/g
const reference = /<!--[\s\S]*?-->|&([A-Za-z_:][\w:.-]*);/g
const predefined = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * XML without its document type, and with the entities that it declares itself put in: simple ones, within bounds. Names
 * that HTML and the old entity sets of TEI know are read as those. What is declared to lie outside the file is never asked
 * for. Throws an EntityProblem on all other names, unless these may stay as they are.
 */
export function withOwnEntities(source: string, others: 'refused' | 'kept' = 'refused'): string {
  const at = source.slice(0, furthest).search(/<!DOCTYPE/i)
  const type = at < 0 ? null : docType.exec(source.slice(at, at + furthest))
  const text = type ? source.slice(0, at) + source.slice(at + type[0].length) : source
  if (!text.includes('&')) return text
  const own = declaredIn(type?.[1] ?? '')
  let left = mostGrowth
  const expand = (words: string, depth: number): string =>
    words.replace(reference, (whole: string, name: string | undefined) => {
      if (name === undefined || predefined.has(name)) return whole
      const value = own.get(name)
      if (value === undefined && others === 'kept') return whole
      if (value === undefined) return known(name)
      if (value === null) throw new EntityProblem(name)
      left -= value.length
      if (left < 0 || depth >= deepest) throw new EntityProblem('')
      return expand(value, depth + 1)
    })
  return expand(text, 0)
}

/** The entities that a document type declares; null for those that lie elsewhere. The first declaration of a name counts. */
function declaredIn(subset: string): Map<string, string | null> {
  const own = new Map<string, string | null>()
  for (const [, parameter, name = '', outside, double, single] of subset.matchAll(declaration)) {
    if (parameter !== undefined || own.has(name)) continue
    if (own.size >= mostOwn) throw new EntityProblem('')
    own.set(name, outside === undefined ? (double ?? single ?? '') : null)
  }
  return own
}

function known(name: string): string {
  const sign = decodeHTMLStrict(`&${name};`)
  if (sign === `&${name};`) throw new EntityProblem(name)
  return sign.replace(/[&<>]/g, (each) => (each === '&' ? '&amp;' : each === '<' ? '&lt;' : '&gt;'))
}

/** XML whose CDATA sections are plain text, with their signs of markup escaped. */
export function withoutCdata(source: string): string {
  if (!source.includes('<![CDATA[')) return source
  return source.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, words: string) =>
    words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  )
}
