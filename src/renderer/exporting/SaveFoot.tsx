import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { ExportSaved } from '../../shared/ipc/export-answers'
import { fill } from '../../shared/locales/fill'
import { call } from '../state/bridge'
import { sayCopied } from '../state/copy-excerpts'
import { currentWords, i18n, useT } from '../state/i18n'
import { showToast } from '../state/toasts'
import type { ExportDesk, ExportDeskState } from './export-desk'
import { formatName } from './format-name'

/** Saves what is shown, with how far it is and a way to call it off. */
export function SaveFoot({
  desk,
  format,
  preview
}: Pick<ExportDeskState, 'format' | 'preview'> & { readonly desk: ExportDesk }) {
  const t = useT()
  const saving = useStore(desk.store, (state) => state.saving)
  const button = useRef<HTMLButtonElement>(null)
  const wasSaving = useRef(false)
  const isSaving = saving !== null
  useEffect(() => {
    // The button to call it off is gone, and the focus with it.
    if (wasSaving.current && !isSaving && document.activeElement === document.body) button.current?.focus()
    wasSaving.current = isSaving
  }, [isSaving])
  if (saving)
    return (
      <div className="export-saving" role="status">
        <progress
          aria-label={t('export.saving')}
          {...(saving.total > 0 ? { max: saving.total, value: saving.done } : {})}
        />
        <span className="grow">
          {saving.total > 0
            ? t('export.savingOf', { done: saving.done, total: saving.total })
            : t('export.saving')}
        </span>
        <button type="button" className="button" autoFocus onClick={() => desk.cancelSave()}>
          {t('common.cancel')}
        </button>
      </div>
    )
  const isEmpty = format?.of === 'excerpts' && preview.answer?.count === 0
  return (
    <button
      ref={button}
      type="button"
      className="button primary export-save"
      disabled={!format || isEmpty}
      onClick={() => void saveAndSay(desk)}
    >
      {format?.to === 'clipboard'
        ? t('annotation.copy')
        : format
          ? t('export.saveAs', { format: formatName(format) })
          : t('export.save')}
    </button>
  )
}

/** Saves, or copies, and says where it lies and what could not go along. */
export async function saveAndSay(desk: ExportDesk): Promise<void> {
  if (desk.store.getState().format?.to === 'clipboard') {
    const count = await desk.copy()
    if (count !== null) sayCopied(count)
    return
  }
  const saved = await desk.save()
  if (!saved) return
  showToast(savedText(saved), 'said', {
    action: {
      label: i18n.t('export.showInFolder'),
      run: () => void call('export.showInFolder', saved.file)
    }
  })
}

function savedText({ file, leftOut, shortened }: ExportSaved): string {
  const { left } = currentWords().export
  // Other kinds are said in the words of the format.
  const parts = leftOut.map(({ kind, count }) =>
    fill(Object.entries(left).find(([known]) => known === kind)?.[1] ?? left.other, { kind, count })
  )
  return [
    i18n.t('export.saved', { file }),
    ...(shortened ? [i18n.t('export.shortened')] : []),
    ...(parts.length > 0 ? [i18n.t('export.leftOut', { what: parts.join(', ') })] : [])
  ].join(' ')
}
