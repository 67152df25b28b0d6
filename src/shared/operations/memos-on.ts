import type { DocumentId, MemoId, ThemeId } from '../model/ids'
import type { Memo } from '../model/memo'

/** The memos about one document or theme. */
export function memosOn(
  memos: Readonly<Record<MemoId, Memo>>,
  kind: 'document' | 'theme',
  id: DocumentId | ThemeId
): Memo[] {
  return Object.values<Memo>(memos).filter(({ about }) => about.kind === kind && about.id === id)
}
