import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { anchorAll } from '../../shared/anchoring/anchor'
import type { AnchorQuery } from '../../shared/anchoring/types'
import { appError, reasonOf } from '../../shared/model/app-error'
import { normaliseLineEnds } from '../../shared/text/canonical'
import { exit, print, refuse, UsageError } from './io'

const Line = z.object({
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
  start: z.int().min(0).default(0),
  end: z.int().min(0).default(0),
  occurrence: z.object({ number: z.int().min(1), of: z.int().min(1) }).optional()
})

/**
 * Finds passages in a text: selectors as JSON lines on standard input, an answer for each on standard output.
 * All of them are read before the first is answered, since they tell of each other's places.
 */
export async function anchorCommand(args: readonly string[]): Promise<number> {
  const [path, ...more] = args
  if (!path || more.length > 0) throw new UsageError('anchor takes one TEXT.txt')
  let text: string
  try {
    text = normaliseLineEnds(await readFile(path, 'utf8'))
  } catch (error) {
    return refuse(appError('NotFound', 'fileUnreadable', { name: basename(path), reason: reasonOf(error) }))
  }
  const sought: AnchorQuery[] = []
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const parsed = parseLine(line)
    if (!parsed) return refuse(appError('Invalid', 'badSelector', { line: number }))
    sought.push(parsed)
  }
  const found = anchorAll(text, sought)
  if (found.length > 0) print(found.map((each) => JSON.stringify(each)).join('\n'))
  return exit.done
}

function parseLine(line: string): AnchorQuery | null {
  try {
    const parsed = Line.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
