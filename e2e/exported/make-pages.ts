import { documentHtml } from '../../src/main/export/formats/document/html'
import { excerptsHtml } from '../../src/main/export/formats/excerpts/html'
import { workEdition } from '../../src/main/export/formats/work/edition'
import { workHtml } from '../../src/main/export/formats/work/html'
import { sampleDocument } from '../../src/main/export/testing/sample-document'
import { sampleExcerpts } from '../../src/main/export/testing/sample-models'
import {
  type SampleRows,
  sampleWork,
  sampleWorkAnnotations,
  sampleWorkModel
} from '../../src/main/export/testing/sample-edition'
import { writeToMemory } from '../../src/main/export/testing/write-to-memory'

/** What the app exports of its samples, by the name of the file. */
export async function makePages(): Promise<Record<string, string>> {
  const work = sampleWork()
  const edition = sampleWorkModel(work, sampleWorkAnnotations(work))
  return {
    'excerpts.html': (await writeToMemory(excerptsHtml, sampleExcerpts(), { contents: true })).text,
    'excerpts-beside.html': (
      await writeToMemory(excerptsHtml, sampleExcerpts(), { memos: 'comments', renderings: 'columns' })
    ).text,
    'document.html': (await writeToMemory(documentHtml, sampleDocument(), { contents: true })).text,
    'document-beside.html': (await writeToMemory(documentHtml, sampleDocument(), { memos: 'comments' })).text,
    'work.html': (await writeToMemory(workHtml, edition)).text,
    'edition.html': (await writeToMemory(workEdition, edition)).text
  }
}

/** A reading edition of `count` sentences in each of four versions. */
export async function makeLongEdition(count: number): Promise<string> {
  const rows: SampleRows = Array.from({ length: count }, (_, n) => [
    [`第${n}条，会议强调要把港口的工作做好，各部门春节前至少有一个项目封顶。`],
    [
      `In point ${n} the meeting stressed that the harbour is to be run well, with one project before the festival.`
    ],
    [
      `Point ${n}: the meeting emphasised to make the harbour work good, two projects capped before the festival.`
    ],
    [`The ${n}th point said that harbours must be worked well and that each county brings one project.`]
  ])
  const versions = [
    { title: '港口会议', language: 'zh', rendering: 'source' as const },
    { title: 'The harbour meeting', language: 'en', rendering: 'official' as const },
    { title: 'Meeting of harbour', language: 'en', rendering: 'unofficial' as const },
    { title: 'Harbour', language: 'en', rendering: 'machine' as const }
  ]
  return (await writeToMemory(workEdition, sampleWorkModel(sampleWork(rows, versions)))).text
}
