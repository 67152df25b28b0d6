import { readFile } from 'node:fs/promises'
import { isShippedStyle } from '../../../shared/citation/citation-styles'
import { appError, reasonOf } from '../../../shared/model/app-error'
import type { DocumentId } from '../../../shared/model/ids'
import { StyleProblem } from '../../citation/style-problem'
import type { StyleNode } from '../../citation/style-tree'
import { ExportProblem } from '../export-problem'
import type { Citing } from '../writing/export-job'
import type { Arranged } from './arrange'
import type { Makers } from './prepared'

/** How the name of a style begins that the person has opened. */
const opened = 'file:'

/**
 * What citing excerpts needs to know beforehand: an opened style, and the documents in the order in which each
 * is first cited, since numbers go by it.
 *
 * @throws ExportProblem where the style cannot be used
 */
export async function citingOf(
  style: string,
  arrangement: readonly Arranged[],
  styles: Makers['styles'] = byPath
): Promise<Citing> {
  const documents = new Set<DocumentId>()
  for (const each of arrangement) if (each.kind === 'passage') documents.add(each.passage.document)
  return {
    documents: [...documents],
    opened: isShippedStyle(style) ? null : await openedStyle(style, styles)
  }
}

/** For the command: the name of an opened style is the path of its file. */
const byPath: NonNullable<Makers['styles']> = {
  xmlOf: (style) =>
    style.startsWith(opened) ? readFile(style.slice(opened.length), 'utf8') : Promise.resolve(null)
}

async function openedStyle(style: string, styles: NonNullable<Makers['styles']>): Promise<StyleNode> {
  try {
    const xml = await styles.xmlOf(style)
    if (xml === null) throw new StyleProblem('missing', style)
    // Its reader of XML is loaded when a style is opened that does not ship.
    const { parseStyle } = await import('../../citation/parse-style')
    return parseStyle(xml).tree
  } catch (error) {
    if (error instanceof StyleProblem) throw new ExportProblem(error.told)
    throw new ExportProblem(appError('Invalid', 'styleUnusable', { name: style, reason: reasonOf(error) }))
  }
}
