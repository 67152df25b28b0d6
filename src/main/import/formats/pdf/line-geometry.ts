import type { Line } from './pdf-lines'

/** Where a line begins, in points in the direction that it is read in. */
export function beginOf({ fromRight, x, right }: Line): number {
  return fromRight ? -right : x
}

/** How far before the end of its column a line ends, in points. */
export function shortBy({ fromRight, x, right, columnLeft, columnRight }: Line): number {
  return fromRight ? x - columnLeft : columnRight - right
}

/** Whether a line begins further in than its column does. */
export function isIndentedLine(line: Line): boolean {
  return (line.fromRight ? line.columnRight - line.right : line.x - line.columnLeft) > line.size * 0.9
}
