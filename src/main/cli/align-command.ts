import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { align } from '../../shared/alignment/align'
import { appError, reasonOf } from '../../shared/model/app-error'
import { normaliseLineEnds } from '../../shared/text/canonical'
import { exit, print, refuse, UsageError } from './io'

/** Aligns two files of one sentence a line; a blank line ends a paragraph and is not counted. */
export async function alignCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { links: { type: 'boolean', default: false } }
  })
  const [left, right, ...more] = positionals
  if (!left || !right || more.length > 0) throw new UsageError('align takes two files')
  const sides: string[][] = []
  for (const path of [left, right]) {
    try {
      sides.push(sentencesIn(await readFile(path, 'utf8')))
    } catch (error) {
      return refuse(appError('NotFound', 'fileUnreadable', { name: basename(path), reason: reasonOf(error) }))
    }
  }
  const links = align(sides[0] ?? [], sides[1] ?? [])
  print(
    JSON.stringify(
      values.links
        ? links.map(({ a, b }) => [a, b])
        : links.map(({ a, b, confidence }) => ({ a, b, confidence: Math.round(confidence * 1e4) / 1e4 }))
    )
  )
  return exit.done
}

function sentencesIn(text: string): string[] {
  return normaliseLineEnds(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
