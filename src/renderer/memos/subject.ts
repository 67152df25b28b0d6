import type { MemoSubject } from '../../shared/model/memo'
import type { useT } from '../state/i18n'
import { currentProject } from '../state/project'
import { pathName } from '../state/theme-names'

/** What a memo is about, as it is called now; nothing for the project. */
export function subjectName(about: MemoSubject, t: ReturnType<typeof useT>): string {
  const { themes, documents } = currentProject().state
  switch (about.kind) {
    case 'project':
      return ''
    case 'theme':
      return pathName(themes, about.id) || t('memos.gone')
    case 'document':
      return documents[about.id]?.title ?? t('memos.gone')
    case 'formula':
      return about.phrase
  }
}
