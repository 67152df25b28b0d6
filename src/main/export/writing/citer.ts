import type { ExportFormatInfo } from '../../../shared/export/export-format-info'
import type { ExcerptItem, ExcerptsModel } from '../format'
import type { ExportJob } from './export-job'

/** Cites excerpts in the order in which they are written; then knows which works were cited. */
export interface ItemCiter {
  cite(items: readonly ExcerptItem[]): readonly ExcerptItem[]
  bibliography(): ReturnType<ExcerptsModel['bibliography']>
}

/**
 * Cites by CSL in the style and language that were chosen; not at all where nothing was.
 * @param heeds the options that the format heeds
 */
export async function citerFor(
  { head, options, citing }: ExportJob<'excerpts'>,
  heeds: ExportFormatInfo['options']
): Promise<ItemCiter> {
  if (options.citations === 'none') return { cite: (items) => items, bibliography: () => [] }
  // The processor is loaded when something is cited.
  const { makeCiter } = await import('../../citation/make-citer')
  const citer = makeCiter({
    style: options.style,
    opened: citing?.opened ?? null,
    language: head.language,
    placement: options.citations,
    entries: options.bibliography && heeds.includes('bibliography'),
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
