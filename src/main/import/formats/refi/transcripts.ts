import type { ParsedBlock } from '../../parsed'
import { attribute, childrenNamed } from '../xml'
import { countingOf } from './counting'
import type { LaidOut } from './laid-out'

/** The blocks of a transcript, each with the time of the last point at or before its beginning; those of other texts as they are. */
export function timed({ content, blocks, startAt }: LaidOut, carriers: readonly Element[]): ParsedBlock[] {
  const count = countingOf(content, [])
  const points = carriers
    .flatMap((carrier) => childrenNamed(carrier, 'SyncPoint'))
    .flatMap((point) => {
      const place = count(Number(attribute(point, 'position') ?? Number.NaN))
      const milliseconds = Number(attribute(point, 'timeStamp') ?? Number.NaN)
      return place === null ? [] : [{ at: startAt(place), milliseconds }]
    })
    .filter(({ milliseconds }) => milliseconds >= 0)
    .sort((a, b) => a.at - b.at)
  if (points.length < 2) return [...blocks]
  let start = 0
  return blocks.map((block) => {
    const last = points.findLast(({ at }) => at <= start)
    start += block.text.length + 1
    return last ? { ...block, time: clock(last.milliseconds) } : block
  })
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (part: number) => String(part % 60).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}`
}
