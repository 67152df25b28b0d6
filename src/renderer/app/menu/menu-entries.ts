import type { AnnotationId, DocumentId, MemoId, ThemeId } from '../../../shared/model/ids'
import { allCommands, type CommandId, canPerform, keyLabel, runCommand } from '../../state/commands'
import { copyExcerpts } from '../../state/copy-excerpts'
import { goToExport } from '../../state/export-source'
import { currentWords, i18n } from '../../state/i18n'
import { navigate } from '../../state/navigation'
import { change, currentProject } from '../../state/project'
import { pinTheme, useUiState } from '../../state/ui-state'
import type { MenuEntry } from '../../ui/ContextMenu'
import { addMemo } from '../../writing/add-memo'

/** What the menus of texts can do besides: these open dialogs of the window. */
export interface TextDialogs {
  readonly edit: (id: DocumentId) => void
  readonly remove: (id: DocumentId) => void
}

/** Commands as lines of a menu, with their keys; those that cannot be done now are pale. Null draws a line. */
export function commandEntries(...ids: readonly (CommandId | null)[]): MenuEntry[] {
  return ids.flatMap((id, at): MenuEntry[] => {
    if (id === null) return []
    const command = allCommands().findLast((each) => each.id === id)
    if (!command) return []
    const [key] = command.keys ?? []
    return [
      {
        id,
        label: currentWords().command[id],
        ...(key === undefined ? {} : { hint: keyLabel(key) }),
        isDisabled: !canPerform(command),
        separator: ids[at - 1] === null,
        run: () => runCommand(id)
      }
    ]
  })
}

export function textEntries(document: DocumentId, { edit, remove }: TextDialogs): MenuEntry[] {
  const { documents } = currentProject().state
  const work = documents[document]?.works[0]
  const entry = (id: string, label: string, run: () => unknown, separator = false): MenuEntry => {
    return { id, label, run, separator }
  }
  return [
    entry('open', i18n.t('menus.openText'), () => navigate({ name: 'reader', document })),
    ...(work === undefined
      ? []
      : [entry('compare', i18n.t('reader.compare'), () => navigate({ name: 'compare', work }))]),
    entry('annotations', i18n.t('menus.annotationsOf'), () =>
      navigate({ name: 'annotations', filter: { documents: [document] } })
    ),
    entry('memo', i18n.t('themes.writeMemo'), () => writeMemo({ kind: 'document', id: document })),
    entry('edit', i18n.t('menus.metadata'), () => edit(document), true),
    entry('export', i18n.t('command.app.export'), () => goToExport({ of: 'document', document })),
    entry('delete', i18n.t('menus.deleteText'), () => remove(document))
  ]
}

export function themeEntries(theme: ThemeId): MenuEntry[] {
  const isPinned = useUiState.getState().pinned.includes(theme)
  const name = currentProject().state.themes[theme]?.name ?? ''
  return [
    {
      id: 'show',
      label: i18n.t('themes.show'),
      run: () => navigate({ name: 'annotations', filter: { themes: [theme] } })
    },
    { id: 'open', label: i18n.t('menus.codebook'), run: () => navigate({ name: 'themes', theme }) },
    {
      id: 'pin',
      label: i18n.t(isPinned ? 'picker.unpin' : 'picker.pin', { name }),
      run: () => pinTheme(theme, !isPinned)
    },
    { id: 'memo', label: i18n.t('themes.writeMemo'), run: () => writeMemo({ kind: 'theme', id: theme }) }
  ]
}

export function annotationEntries(document: DocumentId, annotation: AnnotationId): MenuEntry[] {
  return [
    {
      id: 'go',
      label: i18n.t('annotation.goTo'),
      run: () => navigate({ name: 'reader', document, annotation })
    },
    {
      id: 'copy',
      label: i18n.t('command.annotate.copy'),
      run: () => copyExcerpts({ of: 'excerpts', query: {}, chosen: [annotation] })
    }
  ]
}

export function memoEntries(memo: MemoId): MenuEntry[] {
  return [
    { id: 'open', label: i18n.t('common.open'), run: () => navigate({ name: 'memos', memo }) },
    { id: 'delete', label: i18n.t('memos.delete'), run: () => change({ type: 'memo.remove', id: memo }) }
  ]
}

async function writeMemo(about: Parameters<typeof addMemo>[0]): Promise<void> {
  const memo = await addMemo(about)
  if (memo !== null) navigate({ name: 'memos', memo })
}
