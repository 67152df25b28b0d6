import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProject } from '../../src/main/project/create'
import { openProject } from '../../src/main/project/open'
import { textFile } from '../../src/main/store/content-store'
import type { SimpleOperation } from '../../src/shared/operations/operation'
import { coder, makeDocument, makeTheme } from '../../src/shared/testing/sample-records'
import { makeBook } from './reader/book'
import { mustDo } from './work-done'

/** A project with one book in it, highlighted as the bench of the reader has it. */
export async function makeBookProject(folder: string, words: number, highlights: number): Promise<void> {
  mustDo(await createProject(folder, `${words} words`, coder), 'making the project')
  const { blocks, annotations } = makeBook(words, highlights)
  const text = textFile({ format: 1, blocks })
  await writeFile(join(folder, 'texts', `${text.hash}.json`), text.body)
  const opened = await openProject(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  const session = opened.value
  const document = makeDocument('dbook')
  const revisions = document.revisions.map((revision) => ({ ...revision, text: text.hash }))
  const operations: SimpleOperation[] = [
    { type: 'document.add', document: { ...document, revisions, words, title: 'A book' } }
  ]
  for (let i = 0; i < 20; i++) operations.push({ type: 'theme.add', theme: makeTheme(`t${i}`), index: i })
  for (const annotation of annotations)
    operations.push({
      type: 'annotation.add',
      annotation: { ...annotation, selector: { ...annotation.selector, revision: text.hash } }
    })
  const done = await session.do({ type: 'batch', label: 'import', operations }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  await session.close()
}
