import { X } from 'lucide-react'
import { useState } from 'react'
import type { Group } from '../../shared/model/group'
import type { ThemeId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { byName } from '../../shared/text/natural-order'
import { useT } from '../state/i18n'
import { change, edit, useProject } from '../state/project'

/** The groups a theme is in; a group is made where it is first needed, and gone with its last theme's leave or by its cross. */
export function GroupsField({ theme }: { theme: ThemeId }) {
  const t = useT()
  const groups = useProject((project) => project.state.groups)
  const [name, setName] = useState('')
  const all = Object.values<Group>(groups).sort(byName)
  const toggle = ({ id, themes }: Group) => {
    const own = [theme]
    const isIn = themes.includes(theme)
    return edit({ type: 'group.themes', id, add: isIn ? [] : own, remove: isIn ? own : [] })
  }
  const create = async () => {
    const wanted = name.trim()
    if (wanted === '') return
    setName('')
    const done = await edit({ type: 'group.named', id: newId.group(), name: wanted, theme })
    // Refused: the words stand in the field again, unless others are being typed there.
    if (!done) setName((now) => now || wanted)
  }
  return (
    <fieldset className="groups-field">
      <legend>{t('themes.groups')}</legend>
      {all.map((group) => (
        <span key={group.id} className="group-row">
          <label className="check-label">
            <input
              type="checkbox"
              checked={group.themes.includes(theme)}
              onChange={() => void toggle(group)}
            />
            {group.name} <span className="number">{group.themes.length}</span>
          </label>
          <button
            type="button"
            className="icon-button"
            aria-label={t('themes.deleteGroup', { name: group.name })}
            onClick={() => void change({ type: 'group.remove', id: group.id })}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <input
        aria-label={t('themes.newGroup')}
        placeholder={t('themes.newGroup')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void create()
        }}
        onBlur={() => void create()}
      />
      {all.length === 0 && <small className="field-hint">{t('themes.noGroups')}</small>}
    </fieldset>
  )
}
