import type { ProjectState } from '../../shared/model/state'
import {
  allLinks,
  type BackLinks,
  linksAfter,
  linksIn,
  linksOfMemos,
  withPassages
} from '../../shared/operations/back-links'
import { type Checkpoint, filesNamed } from '../store/checkpoint'
import { forEachYielding } from '../store/cooperative'
import type { JournalRecord } from '../store/journal-record'
import { annotationShard, documentIn } from '../store/shards'

/**
 * The links of all memos, from what the checkpoint names and what came after it. Without a checkpoint that names them
 * every annotation is read; its entries are then completed, so that the next opening need not.
 *
 * @param state the project as it is now
 * @param tail the changes since the checkpoint
 */
export async function linksOf(
  state: ProjectState,
  checkpoint: Checkpoint | null,
  tail: readonly JournalRecord[],
  { progress }: { progress(done: number, total: number): void }
): Promise<BackLinks> {
  if (!checkpoint?.linked) {
    const unread = [...state.annotations.unread()]
    let done = 0
    await forEachYielding(unread, (id) => {
      state.annotations.get(id)
      progress(++done, unread.length)
    })
    if (checkpoint) completeEntries(checkpoint, state)
    return allLinks(state)
  }
  // The memos that are not on passages are all at hand, as they are now: changes of them are not counted twice.
  let links = linksOfMemos(state)
  for (const name of filesNamed(checkpoint)) {
    const own = checkpoint.files[name]?.links
    if (own) links = withPassages(links, documentIn(name), own)
  }
  for (const { operation, inverse } of tail) links = linksAfter(links, operation, inverse)
  return links
}

/** Files that the tail of the journal touches are written again anyway, with an entry of their own. */
function completeEntries({ files }: Checkpoint, state: ProjectState): void {
  for (const [id, own] of state.annotations.entries()) {
    const entry = files[annotationShard(id)]
    const links = linksIn(own)
    if (entry && links.length > 0) entry.links = links.map(([target, passage]) => [target, passage])
  }
}
