import { useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { showError, showToast } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'

const formats = ['html', 'docx', 'csv', 'xlsx', 'tmx', 'tei'] as const

interface Props {
  readonly documents: readonly DocumentId[]
  readonly from: DocumentId | null
  readonly onClose: () => void
}

/** Takes the aligned versions away, with how they part where differences are shown. */
export function CompareExport({ documents, from, onClose }: Props) {
  const t = useT()
  const [format, setFormat] = useState<(typeof formats)[number]>('html')
  const save = async () => {
    const saved = await call('export.save', {
      of: 'work',
      format,
      options: {},
      documents: [...documents],
      from
    })
    if (!saved.ok) return showError(saved.error)
    if (!saved.value) return
    showToast(t('export.saved', { file: saved.value.file }))
    onClose()
  }
  return (
    <Dialog
      title={t('compare.exportHeading')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={<DialogActions label={t('export.save')} run={save} cancel={onClose} />}
    >
      <fieldset className="choices">
        <legend>{t('export.format')}</legend>
        {formats.map((each) => (
          <label key={each} className="check-label">
            <input
              type="radio"
              name="aligned-format"
              value={each}
              checked={each === format}
              onChange={() => setFormat(each)}
            />
            {t(`compare.exportAs.${each === 'tei' ? 'xml' : each}`)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
