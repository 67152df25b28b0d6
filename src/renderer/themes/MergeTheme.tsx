import { useState } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { showError } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'

interface Props {
  readonly theme: Theme
  readonly onClose: () => void
  readonly onMerged: (into: ThemeId) => void
}

/** Merges a theme into another, with all that belongs to it. */
export function MergeTheme({ theme, onClose, onMerged }: Props) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const others = orderedThemes(themes).filter((each) => each.id !== theme.id)
  const [into, setInto] = useState<ThemeId | ''>(others[0]?.id ?? '')
  const merge = async () => {
    if (into === '') return
    const done = await call('project.mergeThemes', { from: theme.id, into })
    if (!done.ok) return showError(done.error)
    onMerged(into)
    onClose()
  }
  return (
    <Dialog
      title={t('themes.mergeTitle', { name: theme.name })}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <DialogActions label={t('themes.mergeDo')} disabled={into === ''} run={merge} cancel={onClose} />
      }
    >
      <p>{t('themes.mergeLead')}</p>
      <Field label={t('themes.mergeInto')}>
        <select value={into} onChange={(event) => setInto(event.target.value as ThemeId)}>
          {others.map((each) => (
            <option key={each.id} value={each.id}>
              {pathName(themes, each.id)}
            </option>
          ))}
        </select>
      </Field>
      <p className="panel-hint">{t('themes.undoable')}</p>
    </Dialog>
  )
}
