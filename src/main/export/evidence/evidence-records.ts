import { themePath } from '../../../shared/excerpts/theme-path'
import type { ExcerptRecord } from '../../../shared/export/excerpt-record'
import { plainText } from '../../../shared/export/rich-text'
import type { CoderId } from '../../../shared/model/ids'
import type { Coder } from '../../../shared/model/project'
import type { Theme } from '../../../shared/model/theme'
import type { References } from '../format'
import type { EvidenceQuote } from './evidence-data'

/** An excerpt as it stands in the bundle: where, what, cited how, and who coded it when. */
export interface EvidenceExcerpt extends EvidenceQuote {
  readonly document: string
  readonly title: string
  readonly language: string
  readonly before: string
  readonly after: string
  readonly locator: ExcerptRecord['locator']
  readonly citation: string
  readonly codings: readonly { readonly theme: string; readonly coder: string; readonly created: string }[]
  readonly coder: string
  readonly created: string
  readonly modified: string
  readonly quality: readonly string[]
  readonly memo: string
}

/** @param withMemo whether the coder's memo goes along */
export function evidenceExcerpt(
  record: ExcerptRecord,
  { documents, themes, info }: References,
  withMemo: boolean
): EvidenceExcerpt {
  const document = documents.get(record.document)
  const nameOf = (id: CoderId) => {
    const coder: Coder | undefined = info.coders[id]
    return coder?.name ?? id
  }
  return {
    id: record.id,
    document: record.document,
    title: document?.title ?? record.document,
    language: document?.language ?? 'und',
    text: record.revision,
    start: record.start,
    end: record.end,
    quote: record.quote,
    before: record.before,
    after: record.after,
    locator: record.locator,
    citation: plainText(record.cited.note),
    codings: record.codings.map(({ theme, coder, created }) => ({
      theme: themePath(themes, theme),
      coder: nameOf(coder),
      created
    })),
    coder: nameOf(record.coder),
    created: record.created,
    modified: record.modified,
    quality: record.quality,
    memo: withMemo ? record.plainMemo : ''
  }
}

/** Themes by their order in the tree, with all that is said of them, and the groups. */
export function evidenceCodebook({ themes, groups }: References) {
  const all = Object.values<Theme>(themes).map((theme) => ({ ...theme, path: themePath(themes, theme.id) }))
  return {
    format: 1,
    themes: all.sort((a, b) => a.path.localeCompare(b.path)),
    groups: Object.values(groups)
  }
}
