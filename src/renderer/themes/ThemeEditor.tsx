import { useEffect, useState } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import { themeColours } from '../../shared/model/palette'
import type { Theme } from '../../shared/model/theme'
import { childrenOf, isUnder } from '../../shared/operations/theme-order'
import { call } from '../app/api/bridge'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { change, useProject } from '../app/api/project'
import { orderedThemes, pathName } from '../app/api/theme-names'
import { Field } from '../ui/Field'
import { Swatches } from '../ui/Swatches'

/** One theme open for change. Name and description are saved on leaving their field. */
export function ThemeEditor({ theme }: { theme: Theme }) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const own = useProject((project) => project.counts.themes[theme.id] ?? 0)
  const changes = useProject((project) => project.changes)
  const [name, setName] = useState(theme.name)
  const [description, setDescription] = useState(theme.description)
  const [known, setKnown] = useState(theme)
  const [under, setUnder] = useState(own)
  if (known !== theme) {
    // Changed elsewhere: undone, or in another window.
    setKnown(theme)
    setName(theme.name)
    setDescription(theme.description)
  }
  useEffect(() => {
    let current = changes >= 0
    void call('project.countUnder', theme.id).then((answer) => current && answer.ok && setUnder(answer.value))
    return () => {
      current = false
    }
  }, [theme.id, changes])
  const save = (patch: Partial<Pick<Theme, 'name' | 'description' | 'colour'>>) =>
    void change({ type: 'theme.update', id: theme.id, patch })
  const saveName = () => {
    const next = name.trim()
    if (next === '') setName(theme.name)
    else if (next !== theme.name) save({ name: next })
  }
  return (
    <div className="theme-editor">
      <Field label={t('themes.name')}>
        <input
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={saveName}
          onKeyDown={(event) => event.key === 'Enter' && saveName()}
        />
      </Field>
      <Swatches
        label={t('common.colour')}
        colours={themeColours}
        value={theme.colour}
        onChange={(colour) => save({ colour })}
      />
      <Field label={t('themes.description')} hint={t('themes.descriptionHint')}>
        <textarea
          rows={5}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
          onBlur={() => description !== theme.description && save({ description })}
        />
      </Field>
      <Field label={t('themes.parent')}>
        <select
          value={theme.parent ?? ''}
          onChange={({ target: { value } }) => {
            const parent = value === '' ? null : (value as ThemeId)
            void change({
              type: 'theme.move',
              id: theme.id,
              parent,
              index: childrenOf(themes, parent).length
            })
          }}
        >
          <option value="">{t('themes.root')}</option>
          {orderedThemes(themes)
            .filter((each) => !isUnder(themes, each.id, theme.id))
            .map((each) => (
              <option key={each.id} value={each.id}>
                {pathName(themes, each.id)}
              </option>
            ))}
        </select>
      </Field>
      <p className="panel-hint">
        {t('themes.own', { count: own })}
        {under > own && `, ${t('themes.withBelow', { count: under })}`}
      </p>
      <button
        type="button"
        className="button"
        disabled={under === 0}
        onClick={() => go({ name: 'annotations', filter: { themes: [theme.id] } })}
      >
        {t('themes.show')}
      </button>
    </div>
  )
}
