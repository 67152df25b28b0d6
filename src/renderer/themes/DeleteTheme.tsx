import { useState } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { isUnder, subtree } from '../../shared/operations/theme-order'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { showError } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'

type Removal = 'unlink' | 'delete' | 'move'

/** Asks what becomes of the annotations before a theme is deleted. */
export function DeleteTheme({ theme, onClose }: { theme: Theme; onClose: () => void }) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const { answer: count } = useAnswer('project.countUnder', theme.id, { onError: showError })
  const [removal, setRemoval] = useState<Removal>('unlink')
  const others = orderedThemes(themes).filter((each) => !isUnder(themes, each.id, theme.id))
  const [target, setTarget] = useState<ThemeId | ''>(others[0]?.id ?? '')
  const below = subtree(themes, theme.id).length - 1
  const remove = async () => {
    const how = removal === 'move' ? (target === '' ? 'unlink' : { moveTo: target }) : removal
    const done = await call('project.removeTheme', { id: theme.id, removal: how })
    if (done.ok) onClose()
    else showError(done.error)
  }
  const choice = (value: Removal, label: string, disabled = false) => (
    <label className="radio">
      <input
        type="radio"
        name="removal"
        checked={removal === value}
        disabled={disabled}
        onChange={() => setRemoval(value)}
      />
      {label}
    </label>
  )
  return (
    <Dialog
      title={t('themes.deleteTitle', { name: theme.name })}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <DialogActions
          label={t('common.delete')}
          kind="danger"
          disabled={count === null}
          run={remove}
          cancel={onClose}
        />
      }
    >
      {below > 0 && <p>{t('themes.below', { count: below })}</p>}
      {count === 0 && <p>{t('themes.deleteEmpty')}</p>}
      {count !== null && count > 0 && (
        <fieldset className="removal">
          <legend>{t('themes.deleteLead', { count })}</legend>
          {choice('unlink', t('themes.unlink'))}
          {choice('move', t('themes.moveTo'), others.length === 0)}
          {removal === 'move' && (
            <select
              aria-label={t('themes.moveTo')}
              value={target}
              onChange={(event) => setTarget(event.target.value as ThemeId)}
            >
              {others.map((each) => (
                <option key={each.id} value={each.id}>
                  {pathName(themes, each.id)}
                </option>
              ))}
            </select>
          )}
          {choice('delete', t('themes.removeThem'))}
        </fieldset>
      )}
      <p className="panel-hint">{t('themes.undoable')}</p>
    </Dialog>
  )
}
