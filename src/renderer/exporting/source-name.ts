import type { ExportSource } from '../../shared/ipc/export-request'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { i18n } from '../state/i18n'
import { pathName } from '../state/theme-names'

interface Named {
  readonly documents: Readonly<Record<DocumentId, VariorumDocument>>
  readonly themes: Readonly<Record<ThemeId, Theme>>
}

/** What is exported, in words. */
export function sourceName(source: ExportSource, { documents, themes }: Named): string {
  const title = (id: DocumentId | undefined) => (id && documents[id]?.title) ?? ''
  switch (source.of) {
    case 'work':
      return i18n.t('export.source.work', { title: title(source.documents[0]) })
    case 'document':
      return i18n.t('export.source.document', { title: title(source.document) })
    case 'codebook':
      return i18n.t('export.source.codebook')
    case 'quotations':
      return i18n.t('export.source.quotations')
    case 'formulae':
      return i18n.t('export.source.formulae')
    case 'quality':
      return i18n.t('export.source.quality', { title: title(source.document) })
    case 'concordance':
      return i18n.t('export.source.concordance', { query: source.asked })
    case 'project':
      return i18n.t('export.source.project')
    case 'excerpts': {
      const { query, chosen } = source
      if (chosen) return i18n.t('export.source.chosen', { count: chosen.length })
      const fields = Object.keys(query)
      const [theme] = query.themes ?? []
      if (fields.length === 0) return i18n.t('export.source.all')
      if (fields.join() === 'themes' && theme)
        return i18n.t('export.source.theme', { name: pathName(themes, theme) })
      if (fields.join() === 'documents' && query.documents?.length === 1)
        return i18n.t('export.source.text', { title: title(query.documents[0]) })
      return i18n.t('export.source.filtered')
    }
  }
}
