import type { NamedLine } from '../../shared/concordance/lines'
import type { ThemeId } from '../../shared/model/ids'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { currentProject, until } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { rememberTheme } from '../state/ui-state'
import { showUndoableToast } from '../state/undoing'
import { concordance } from './concordance-desk'

/** What keys code: the lines that are ticked, else the one that one is on. */
export function linesMeant(): readonly NamedLine[] {
  const { ticked, rows, at, pages } = concordance.state
  if (ticked.size > 0) return [...ticked.values()]
  const row = rows.rowAt(at)
  const line = row?.kind === 'line' ? pages.line(row.line) : undefined
  return line ? [line] : []
}

/** Codes the lines that are meant, as one change: a theme by its id, or a new one by its name. Says how many it were. */
export async function codeLines(theme: { readonly id: ThemeId } | { readonly name: string }): Promise<void> {
  const passages = linesMeant().map(({ document, start, end, revision }) => ({
    document,
    start,
    end,
    revision
  }))
  if (passages.length === 0) return void showToast(i18n.t('concordance.noLine'))
  const done = await call('autocode.apply', { passages, theme })
  if (!done.ok) return showError(done.error)
  await until(({ seq }) => seq >= done.value.seq)
  if ('id' in theme) rememberTheme(theme.id)
  const { count } = done.value
  if (count === 0) return void showToast(i18n.t('concordance.codedAlready'))
  const name = 'id' in theme ? (currentProject().state.themes[theme.id]?.name ?? '') : theme.name
  showUndoableToast(i18n.t('concordance.coded', { count, theme: name }))
}
