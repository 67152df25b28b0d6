import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe } from '../../../shared/anchoring/describe'
import type { Annotation } from '../../../shared/model/annotation'
import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import { newAnnotation } from '../../../shared/model/new-records'
import { span } from '../../../shared/model/span'
import type { Block } from '../../../shared/model/text-content'
import { coder, makeDocument } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import type { Session } from '../../project/session'
import { textFile } from '../../store/content-store'

export const paragraphs = (...texts: readonly string[]): Block[] =>
  texts.map((text, index) => ({ kind: 'paragraph', number: index + 1, text }))

/** Puts a text into a project, as an import does. */
export async function addText(
  session: Session,
  id: string,
  blocks: readonly Block[],
  facts: Partial<VariorumDocument> = {}
): Promise<VariorumDocument> {
  const text = textFile({ format: 1, blocks: [...blocks] })
  await writeFile(join(session.folder, 'texts', `${text.hash}.json`), text.body)
  const blank = makeDocument(id)
  const revisions = blank.revisions.map((revision) => ({ ...revision, text: text.hash }))
  const document = { ...blank, revisions, ...facts }
  const done = await session.do({ type: 'document.add', document }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  return document
}

/** An annotation of the first place where some words stand in the blocks of a document. */
export function annotationOf(
  document: VariorumDocument,
  blocks: readonly Block[],
  words: string
): Annotation {
  const text = canonicalText(blocks)
  const start = text.indexOf(words)
  const revision = document.revisions.at(-1)?.text
  const selector = start >= 0 && revision ? describe(text, span(start, start + words.length), revision) : null
  if (!selector) throw new Error(`“${words}” does not stand there`)
  return newAnnotation(document.id as DocumentId, selector, coder.id, {})
}
