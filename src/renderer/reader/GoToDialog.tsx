import { useMemo, useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'

/** Goes to a paragraph by the number that people cite. */
export function GoToDialog({ document: id, onClose }: { document: DocumentId; onClose: () => void }) {
  const t = useT()
  const text = useProject((project) => project.texts[id])
  const [wanted, setWanted] = useState('')
  const starts = useMemo(
    () =>
      new Map(
        (text?.content ?? []).flatMap((block, index) =>
          block.number === null ? [] : [[block.number, text?.blocks[index]?.start ?? 0] as const]
        )
      ),
    [text]
  )
  const last = Math.max(0, ...starts.keys())
  const start = starts.get(Number(wanted))
  const run = () => {
    if (start === undefined) return
    onClose()
    // After the dialog has given the focus back to the text.
    setTimeout(() => {
      useSurface.getState().surface?.focus()
      navigate({ name: 'reader', document: id, at: start })
    })
  }
  return (
    <Dialog
      title={t('reader.goTo')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <DialogActions label={t('reader.goTo')} disabled={start === undefined} run={run} cancel={onClose} />
      }
    >
      <Field label="¶" hint={last > 0 ? t('reader.goToHint', { last }) : t('reader.noParagraphs')}>
        <input
          autoFocus
          inputMode="numeric"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') run()
          }}
        />
      </Field>
    </Dialog>
  )
}
