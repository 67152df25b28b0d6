import type { ThemeId } from '../../shared/model/ids'
import type { RecycledAt } from '../../shared/recycled/recycled-answers'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { until } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { rememberTheme } from '../state/ui-state'
import { showUndoableToast } from '../state/undoing'

/** Codes some places of a passage as one change: with a theme by its id, or a new one by its name. */
export async function codePlaces(
  places: readonly RecycledAt[],
  theme: { readonly id: ThemeId } | { readonly name: string }
): Promise<void> {
  const passages = places.map(({ document, revision, start, end }) => ({ document, revision, start, end }))
  if (passages.length === 0) return
  const done = await call('autocode.apply', { passages, theme })
  if (!done.ok) return showError(done.error)
  await until(({ seq }) => seq >= done.value.seq)
  if ('id' in theme) rememberTheme(theme.id)
  const { count } = done.value
  if (count === 0) showToast(i18n.t('recycled.already'))
  else showUndoableToast(i18n.t('recycled.coded', { count }))
}
