import { readFile } from 'node:fs/promises'
import { appError, reasonOf } from '../../../shared/model/app-error'
import type { DocumentId } from '../../../shared/model/ids'
import { parseStyle } from '../../citation/parse-style'
import { ExportProblem } from '../export-problem'
import type { Citing } from '../writing/export-job'
import type { Arranged } from './arrange'

/** How the name of a style begins that the person has opened; a path follows. */
const opened = 'file:'

/**
 * What citing excerpts needs to know beforehand: the text of an opened style, and the documents in the order in which each
 * is first cited, since numbers go by it.
 *
 * @throws ExportProblem where the style cannot be used
 */
export async function citingOf(style: string, arrangement: readonly Arranged[]): Promise<Citing> {
  const documents = new Set<DocumentId>()
  for (const each of arrangement) if (each.kind === 'passage') documents.add(each.annotation.document)
  return { documents: [...documents], styleXml: style.startsWith(opened) ? await openedStyle(style) : null }
}

async function openedStyle(style: string): Promise<string> {
  try {
    const xml = await readFile(style.slice(opened.length), 'utf8')
    parseStyle(xml)
    return xml
  } catch (error) {
    throw new ExportProblem(appError('Invalid', 'styleUnusable', { name: style, reason: reasonOf(error) }))
  }
}
