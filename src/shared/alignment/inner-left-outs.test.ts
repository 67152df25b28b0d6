import { describe, expect, it } from 'vitest'
import { align } from './align'

const before = [
  'The harbour master opened the ledger at dawn and counted the barrels of salt on the northern quay.',
  'Nobody in the customs house had slept, since the storm had torn two boats from their moorings.'
]
const after = [
  'The widow of the pilot kept the lighthouse for nineteen winters without asking for a wage.',
  'When the council finally sent her a lamp of brass, she gave it to the school.'
]
const long =
  'The ferryman tied the rope to the iron ring; his daughter carried the letters up the hill; and the dog, which had followed them from the mill, lay down beside the door.'
const parts = [
  'The ferryman tied his rope to the iron ring.',
  'His daughter carried the letters up the hill.',
  'The dog that had followed them from the mill lay down beside the door.'
]

const linked = (a: readonly string[], b: readonly string[]) => align(a, b).map((link) => [link.a, link.b])

describe('a note set into a passage', () => {
  const note = '(The translator could not find out which mill is meant here.)'

  it('is left out of the link around it, and stands by itself', () => {
    const b = [...before, parts[0] ?? '', parts[1] ?? '', note, parts[2] ?? '', ...after]
    expect(linked([...before, long, ...after], b)).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2, 3, 5]],
      [[], [4]],
      [[3], [6]],
      [[4], [7]]
    ])
  })

  it('on the other side as well', () => {
    const a = [...before, parts[0] ?? '', note, parts[1] ?? '', parts[2] ?? '', ...after]
    const links = linked(a, [...before, long, ...after])
    expect(links).toContainEqual([[2, 4, 5], [2]])
    expect(links).toContainEqual([[3], []])
  })

  it('does not take a sentence out that says its part of the passage', () => {
    expect(linked([...before, long, ...after], [...before, ...parts, ...after])).toContainEqual([
      [2],
      [2, 3, 4]
    ])
  })
})
