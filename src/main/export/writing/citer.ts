import { makeCiter } from '../../citation/make-citer'
import type { ExcerptItem, ExcerptsModel } from '../format'
import type { ExportJob } from './export-job'

/** Cites excerpts in the order in which they are written; then knows which works were cited. */
export interface ItemCiter {
  cite(items: readonly ExcerptItem[]): readonly ExcerptItem[]
  bibliography(): ReturnType<ExcerptsModel['bibliography']>
}

/** Cites by CSL in the style and language that were chosen; not at all where nothing was. */
export function citerFor({ head, options, citing }: ExportJob<'excerpts'>): ItemCiter {
  if (options.citations === 'none') return { cite: (items) => items, bibliography: () => [] }
  const citer = makeCiter({
    style: options.style,
    styleXml: citing?.styleXml ?? null,
    language: head.language,
    placement: options.citations,
    documents: (citing?.documents ?? []).flatMap((id) => head.documents.get(id) ?? [])
  })
  return {
    cite: (items) =>
      items.map((item) =>
        item.kind === 'heading'
          ? item
          : { kind: 'excerpt', excerpt: { ...item.excerpt, cited: citer.cite(item.excerpt) } }
      ),
    bibliography: () => citer.bibliography()
  }
}
