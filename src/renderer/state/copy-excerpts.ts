import type { ExportSource } from '../../shared/ipc/export-request'
import { call } from './bridge'
import { i18n } from './i18n'
import { usePreferences } from './preferences'
import { showError, showToast } from './toasts'

type Excerpts = Extract<ExportSource, { readonly of: 'excerpts' }>

/** The quotations alone, each with its citation. */
const bare = {
  group: 'none',
  context: { unit: 'none' },
  citations: 'notes',
  memos: 'none',
  renderings: 'none',
  bibliography: false
} as const

/** Puts excerpts on the clipboard with their citations in the style that the person cites in. */
export async function copyExcerpts({ of, query, chosen }: Excerpts): Promise<void> {
  const { citationStyle: style } = usePreferences.getState()
  const request = { of, query, chosen, format: 'clipboard', options: { ...bare, style } }
  const copied = await call('export.copy', { request, remember: false })
  if (copied.ok) sayCopied(copied.value.count)
  else showError(copied.error)
}

/** Says how many excerpts lie on the clipboard now. */
export function sayCopied(count: number): void {
  showToast(count === 0 ? i18n.t('export.empty') : i18n.t('export.copied', { count }))
}
