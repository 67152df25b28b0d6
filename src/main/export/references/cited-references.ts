import { type CslItem, cslItem } from '../../../shared/citation/csl-item'
import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import type { ExcerptsModel, ExportModels, ProjectModel } from '../format'
import { referenceKeys } from './keys'

/** A work as reference managers are told of it. */
export interface Reference {
  /** Unique among those that are written together; letters and figures of ASCII. */
  readonly key: string
  readonly item: CslItem
  /** What the fields of a format have no place for, as lines `name: value`. */
  readonly more: readonly string[]
}

/** The documents that the excerpts are quoted from, or all of a project, each once. */
export async function referencesOf(
  model: ExportModels['excerpts'] | ExportModels['project']
): Promise<readonly Reference[]> {
  const documents = 'items' in model ? await citedIn(model) : [...model.documents.values()]
  const items = documents.map((document) => itemOf(document, model))
  const keys = referenceKeys(items)
  return documents.flatMap((document, index) => {
    const item = items[index]
    return item ? [{ key: keys[index] ?? item.id, item, more: moreOf(item, document, model) }] : []
  })
}

async function citedIn(model: ExcerptsModel): Promise<VariorumDocument[]> {
  const ids = new Set<DocumentId>()
  for await (const item of model.items()) if (item.kind === 'excerpt') ids.add(item.excerpt.document)
  return [...ids].flatMap((id) => model.documents.get(id) ?? [])
}

/** A language that was only read out of the text is no fact for others to sort and search by. */
function itemOf(document: VariorumDocument, { words }: ExcerptsModel | ProjectModel): CslItem {
  const { official, unofficial, machine } = words.renderings
  const { language, ...item } = cslItem(document, { official, unofficial, machine })
  return language === undefined || document.proposed.includes('language') ? item : { ...item, language }
}

const uncertain = { en: 'Date not confirmed', 'zh-CN': '日期未经确认' }

function moreOf(
  { note, source }: CslItem,
  { published, proposed }: VariorumDocument,
  { language }: ExcerptsModel | ProjectModel
): string[] {
  const date = published && proposed.includes('published') ? `${uncertain[language]}: ${published.date}` : ''
  return [note ?? '', date, source === undefined ? '' : `source: ${source}`].filter((line) => line !== '')
}
