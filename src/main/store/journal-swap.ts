import { join } from 'node:path'
import { syncFolder, writeDurably } from './durable-file'
import type { Files } from './files'
import { checkpointName } from './project-files'
import { quarantine } from './quarantine'
import { segmentName } from './segment'

/** Where a new journal is written before it takes the place of the old one. */
const newJournalFolder = 'journal.new'
/** Stands in it when all of it is there: from then on the swap is finished, whatever happens. */
const completeName = 'complete'

const linesPerSegment = 4000

/**
 * Puts a journal of these lines in the place of the one there is, which moves into `damaged/` as a whole. Killed at
 * any moment, the project has the old journal or the new one: `finishJournalSwap` sees to it.
 *
 * @param lines without their line ends, in order
 */
export async function replaceJournal(folder: string, lines: readonly string[], files: Files): Promise<void> {
  await finishJournalSwap(folder, files)
  const place = join(folder, newJournalFolder)
  await files.makeFolder(place)
  for (let at = 0, number = 1; at === 0 || at < lines.length; at += linesPerSegment, number++) {
    const text = lines.slice(at, at + linesPerSegment).map((line) => `${line}\n`)
    await writeDurably(join(place, segmentName(number)), text.join(''), files)
  }
  await writeDurably(join(place, completeName), '', files)
  await finishJournalSwap(folder, files)
}

/** Ends a swap that was cut short: one whose new journal is whole is finished, any other is put aside. */
export async function finishJournalSwap(folder: string, files: Files): Promise<void> {
  const place = join(folder, newJournalFolder)
  const isComplete = files.facts(join(place, completeName))?.kind === 'file'
  if (isComplete) {
    // It names the segments as they were.
    if (files.facts(join(folder, checkpointName))) quarantine(folder, checkpointName, files)
    if (files.facts(join(folder, 'journal'))) quarantine(folder, 'journal', files)
    await files.rename(place, join(folder, 'journal'))
    await syncFolder(folder, files)
  } else if (files.facts(place)) quarantine(folder, newJournalFolder, files)
  if (files.facts(join(folder, 'journal', completeName))?.kind === 'file')
    await files.remove(join(folder, 'journal', completeName))
}
