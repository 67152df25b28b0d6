import { useMemo } from 'react'
import type { NamedAnnotation } from '../../shared/ipc/answers'
import type { ExportSource } from '../../shared/ipc/export-request'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { useProject } from '../state/project'
import { useAnswer } from '../state/use-answer'

/** What is known of the excerpts before they are written. */
export interface ExcerptFacts {
  readonly documents: readonly DocumentId[]
  readonly doubtful: number
}

/** Of which texts the excerpts are, and how many of them are marked as doubtful. Null for what is no excerpts, and until it is known. */
export function useExcerptFacts(source: ExportSource): ExcerptFacts | null {
  const changes = useProject((project) => project.changes)
  const { query, chosen } = source.of === 'excerpts' ? source : { query: undefined, chosen: null }
  const { answer } = useAnswer('annotations.names', query, { again: changes })
  return useMemo(() => answer && factsOf(answer, chosen), [answer, chosen])
}

function factsOf(all: readonly NamedAnnotation[], chosen: readonly string[] | null): ExcerptFacts {
  const wanted = chosen && new Set(chosen)
  const named = wanted ? all.filter(({ id }) => wanted.has(id)) : all
  return {
    documents: [...new Set(named.map(({ document }) => document))],
    doubtful: named.filter(({ quality }) => quality.includes('doubtful')).length
  }
}

/** What a citation of a text would have to leave out. */
export interface Lacks {
  readonly date: boolean
  readonly author: boolean
}

/** What a text lacks to be cited; null where it lacks nothing. What was only proposed is no fact. */
export function lacksOf({ published, publisher, csl, proposed }: VariorumDocument): Lacks | null {
  const date = published === null || proposed.includes('published')
  const hasAuthor = (csl.author?.length ?? 0) > 0 && !proposed.includes('author')
  const author = !hasAuthor && (publisher === '' || proposed.includes('publisher'))
  return date || author ? { date, author } : null
}
