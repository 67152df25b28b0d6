import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProject } from '../../src/main/project/create'
import { openProject } from '../../src/main/project/open'
import { textFile } from '../../src/main/store/content-store'
import type { Rendering } from '../../src/shared/model/document'
import { WorkId } from '../../src/shared/model/ids'
import type { SimpleOperation } from '../../src/shared/operations/operation'
import { coder, makeDocument } from '../../src/shared/testing/sample-records'
import { knownSets, lengthened } from './alignment/sets'
import { mustDo } from './work-done'

const renderings: readonly Rendering[] = ['source', 'official', 'unofficial', 'machine']

/** A project with one work in four versions of so many sentences: two renderings, each of them twice, a little changed. */
export async function makeWorkProject(folder: string, sentences: number): Promise<void> {
  mustDo(await createProject(folder, 'A long work', coder), 'making the project')
  const [sample] = knownSets()
  if (!sample) throw new Error('there is no sample')
  const { src, tgt } = lengthened(sample, sentences)
  const opened: SimpleOperation[] = [
    { type: 'work.add', work: { id: WorkId.parse('wlong'), title: 'A long work', order: [] } }
  ]
  const versions = [
    src,
    tgt,
    src.map((each) => each.replace(/\bthe\b/g, 'this')),
    tgt.filter((_, at) => at % 11 > 0)
  ]
  for (const [at, version] of versions.entries()) {
    const text = textFile({ format: 1, blocks: paragraphs(version) })
    await writeFile(join(folder, 'texts', `${text.hash}.json`), text.body)
    const document = makeDocument(`d${at}`)
    opened.push({
      type: 'document.add',
      document: {
        ...document,
        title: `Version ${at + 1}`,
        works: [WorkId.parse('wlong')],
        rendering: renderings[at] ?? 'unknown',
        revisions: document.revisions.map((revision) => ({ ...revision, text: text.hash }))
      }
    })
  }
  const project = await openProject(folder)
  if (!project.ok) throw new Error(project.error.message)
  const done = await project.value.do({ type: 'batch', label: 'import', operations: opened }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  await project.value.close()
}

function paragraphs(sentences: readonly string[]) {
  const blocks = []
  for (let at = 0; at < sentences.length; at += 5)
    blocks.push({ kind: 'paragraph' as const, number: null, text: sentences.slice(at, at + 5).join(' ') })
  return blocks
}
