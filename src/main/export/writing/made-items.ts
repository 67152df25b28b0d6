import { LRUCache } from 'lru-cache'
import type { ContentHash } from '../../../shared/model/ids'
import type { TextContent } from '../../../shared/model/text-content'
import { canonicalText } from '../../../shared/text/canonical'
import type { ExcerptItem } from '../format'
import { excerptRecord } from '../model/excerpt-record'
import type { ExportFeed, ExportJob } from './export-job'

/** So many characters of texts (UTF-16) are kept: each that is asked for again crosses from another thread. */
const mostCharacters = 20_000_000

/**
 * Makes excerpts of what is given, batch by batch, where it is written: the windows' process only looks passages up. Rejects
 * where a text cannot be read.
 */
export async function* madeItems(
  { head: { documents }, options }: ExportJob<'excerpts'>,
  feed: Pick<ExportFeed, 'items' | 'text'>
): AsyncGenerator<readonly ExcerptItem[]> {
  const textOf = keptTexts(feed)
  for (let batch = await feed.items(); batch; batch = await feed.items()) {
    const made: ExcerptItem[] = []
    for (const item of batch) {
      if (item.kind === 'heading') {
        made.push(item)
        continue
      }
      const document = documents.get(item.annotation.document)
      if (!document) continue
      const content = await textOf(item.annotation.selector.revision)
      made.push({ kind: 'excerpt', excerpt: excerptRecord(item, document, content, options) })
    }
    yield made
  }
}

function keptTexts(feed: Pick<ExportFeed, 'text'>): (hash: ContentHash) => Promise<TextContent> {
  const known = new LRUCache<ContentHash, TextContent>({
    maxSize: mostCharacters,
    sizeCalculation: ({ blocks }) => Math.min(mostCharacters, canonicalText(blocks).length + 1)
  })
  return async (hash) => {
    const before = known.get(hash)
    if (before) return before
    const text = await feed.text(hash)
    known.set(hash, text)
    return text
  }
}
