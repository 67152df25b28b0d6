import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { align } from '../../shared/alignment/align'
import type { Place } from '../../shared/alignment/evidence/side'
import { appError, reasonOf } from '../../shared/model/app-error'
import { normaliseLineEnds } from '../../shared/text/canonical'
import { chineseLexicon } from '../workers/lexicon'
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
  const sides: Side[] = []
  for (const path of [left, right]) {
    try {
      sides.push(sentencesIn(await readFile(path, 'utf8')))
    } catch (error) {
      return refuse(appError('NotFound', 'fileUnreadable', { name: basename(path), reason: reasonOf(error) }))
    }
  }
  const [a, b] = sides
  const links = align(
    a?.sentences ?? [],
    b?.sentences ?? [],
    { placesA: a?.places ?? [], placesB: b?.places ?? [] },
    chineseLexicon()
  )
  print(
    JSON.stringify(
      values.links
        ? links.map(({ a, b }) => [a, b])
        : links.map(({ a, b, confidence }) => ({ a, b, confidence: Math.round(confidence * 1e4) / 1e4 }))
    )
  )
  return exit.done
}

interface Side {
  readonly sentences: string[]
  readonly places: Place[]
}

function sentencesIn(text: string): Side {
  const side: Side = { sentences: [], places: [] }
  let starts = true
  for (const line of normaliseLineEnds(text).split('\n')) {
    if (line.trim() === '') starts = true
    else {
      side.sentences.push(line.trim())
      side.places.push(starts ? 'start' : '')
      starts = false
    }
  }
  return side
}
