import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { coder } from '../../../shared/testing/sample-records'
import { refiQdpx } from '../formats/project/refi-qdpx'
import { projectModelOf } from '../testing/session-models'
import { bringIn, fill, withTwoProjects } from '../testing/two-projects'
import { writeToMemory } from '../testing/write-to-memory'

it('takes the original files along, or leaves them out and says how many', async () => {
  await withTwoProjects(async (from, into) => {
    await fill(
      from,
      [],
      [
        { id: 'd0', lines: ['Nobody waits.'] },
        { id: 'd1', lines: ['Nobody asks.'] },
        { id: 'd2', lines: ['It snows.'] }
      ]
    )
    const model = projectModelOf(from, coder.id)
    const original = Buffer.from('as it came in')
    const contents: typeof model.contents = {
      ...model.contents,
      original: async ({ id }) => {
        if (id === 'd1') throw new Error('damaged')
        return id === 'd0' ? original : null
      }
    }
    const namesIn = (bytes: Uint8Array) =>
      Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('originals/'))
    const whole = await writeToMemory(refiQdpx, { ...model, contents })
    const files = namesIn(whole.bytes)
    expect(files.map(([name, bytes]) => [name.slice(-4), Buffer.from(bytes).toString()])).toEqual([
      ['.txt', 'as it came in']
    ])
    expect(Object.fromEntries(whole.leftOut)).toMatchObject({ originals: 1, originalsDamaged: 1 })
    const without = await writeToMemory(refiQdpx, { ...model, contents }, { originals: false })
    expect(namesIn(without.bytes)).toEqual([])
    expect(without.leftOut.get('originals')).toBe(3)
    // They trouble no importer.
    const { documents } = await bringIn(into, 'study.qdpx', whole.bytes)
    expect(documents).toHaveLength(3)
  })
})
