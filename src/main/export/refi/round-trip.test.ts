import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchOf } from '../../../shared/operations/batch-of'
import { coder } from '../../../shared/testing/sample-records'
import { refiQdpx } from '../formats/project/refi-qdpx'
import { projectToMake } from '../testing/exchange-arbitrary'
import { exchangedView } from '../testing/exchanged-view'
import { projectModelOf } from '../testing/session-models'
import { bringIn, fill, withTwoProjects } from '../testing/two-projects'
import { writeToMemory } from '../testing/write-to-memory'

describe('a project that goes out as REFI-QDA and comes in again', () => {
  it('says the same: texts, themes, groups, codings, memos, coders, attributes, ids', async () => {
    await fc.assert(
      fc.asyncProperty(projectToMake, ({ records, texts, memos }) =>
        withTwoProjects(async (from, into) => {
          await fill(from, records, texts)
          const more = batchOf('import', memos)
          if (more) expect(await from.do(more, coder.id)).toMatchObject({ ok: true })
          const { bytes, leftOut } = await writeToMemory(refiQdpx, projectModelOf(from, coder.id))
          // Highlights without a theme on the same words are joined, since QualCoder stops at them.
          fc.pre(!leftOut.has('joinedHighlights'))
          await bringIn(into, 'project.qdpx', bytes)
          expect(await exchangedView(into)).toEqual(await exchangedView(from))
        })
      ),
      { numRuns: 15, endOnFailure: true }
    )
  }, 120_000)
})
