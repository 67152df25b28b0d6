import { useEffect, useRef, useState } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import { themeColours } from '../../shared/model/palette'
import type { Theme } from '../../shared/model/theme'
import { memosOn } from '../../shared/operations/memos-on'
import { childrenOf, isUnder } from '../../shared/operations/theme-order'
import { useT } from '../app/api/i18n'
import { pinTheme, useMemory } from '../app/api/memory'
import { go } from '../app/api/places'
import { change, useProjectStore, useSlices } from '../app/api/project'
import { orderedThemes, pathName } from '../app/api/theme-names'
import { Field } from '../ui/Field'
import { Swatches } from '../ui/Swatches'
import { addMemo } from '../writing/add-memo'
import { LinkField } from '../writing/LinkField'
import { MemoLinks } from '../writing/MemoLinks'
import { GroupsField } from './GroupsField'
import { OwnCount } from './OwnCount'

const fields = ['description', 'inclusion', 'exclusion', 'example'] as const

/** One theme open for change: what it means, when it applies, its place. Fields are saved as they are left. */
export function ThemeEditor({ theme, under }: { theme: Theme; under: number }) {
  const t = useT()
  const { themes, memos } = useSlices('themes', 'memos')
  const pinned = useMemory((memory) => memory.pinned.includes(theme.id))
  const [draft, setDraft] = useState(theme)
  const [known, setKnown] = useState(theme)
  /** What was saved and has not come back yet. */
  const sent = useRef<Partial<Theme>>({})
  if (known !== theme) {
    // Saved, undone, or changed in another window: what is being typed in other fields stays.
    setKnown(theme)
    sent.current = {}
    setDraft({ ...draft, ...changed(known, theme) })
  }
  const save = (patch: Partial<Omit<Theme, 'id' | 'order' | 'parent'>>) => {
    sent.current = { ...sent.current, ...patch }
    void change({ type: 'theme.update', id: theme.id, patch })
  }
  const saveName = () => {
    const next = draft.name.trim()
    if (next === '') setDraft({ ...draft, name: theme.name })
    else if (next !== (sent.current.name ?? theme.name)) save({ name: next })
  }
  const flush = () => {
    const typed = { ...draft, name: draft.name.trim() || theme.name }
    const patch = changed({ ...theme, ...sent.current }, typed)
    const isThere = useProjectStore.getState().project?.state.themes[theme.id] !== undefined
    if (isThere && Object.keys(patch).length > 0) save(patch)
  }
  const latest = useRef(flush)
  latest.current = flush
  // Whoever leaves by a key leaves no field first.
  useEffect(() => () => latest.current(), [])
  const label = {
    description: t('themes.description'),
    inclusion: t('themes.inclusion'),
    exclusion: t('themes.exclusion'),
    example: t('themes.example')
  }
  return (
    <div className="theme-editor">
      <Field label={t('themes.name')}>
        <input
          name="name"
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
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
      {fields.map((field) => (
        <div key={field} className="field">
          <span aria-hidden>{label[field]}</span>
          <LinkField
            label={label[field]}
            rows={field === 'description' ? 4 : 2}
            placeholder={
              field === 'description'
                ? t('themes.descriptionHint')
                : field === 'example'
                  ? t('themes.exampleHint')
                  : ''
            }
            value={draft[field]}
            onChange={(text) => setDraft({ ...draft, [field]: text })}
            onBlur={() => draft[field] !== theme[field] && save({ [field]: draft[field] })}
          />
        </div>
      ))}
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
      <label className="check-label">
        <input type="checkbox" checked={pinned} onChange={() => pinTheme(theme.id, !pinned)} />
        {t('themes.pinned')}
      </label>
      <GroupsField theme={theme.id} />
      <OwnCount theme={theme.id} under={under} />
      <div className="memo-links">
        <h3>{t('themes.memos')}</h3>
        {memosOn(memos, 'theme', theme.id).map((memo) => (
          <button
            key={memo.id}
            type="button"
            className="backlink"
            onClick={() => go({ name: 'memos', memo: memo.id })}
          >
            {memo.title || memo.text.slice(0, 80) || t('memos.untitled')}
          </button>
        ))}
        <button
          type="button"
          className="link"
          onClick={() =>
            void addMemo({ kind: 'theme', id: theme.id }).then(
              (memo) => memo !== null && go({ name: 'memos', memo })
            )
          }
        >
          {t('themes.writeMemo')}
        </button>
      </div>
      <MemoLinks text={theme.example} target={{ kind: 'theme', id: theme.id }} />
    </div>
  )
}

/** The fields that say something else than before. */
function changed(before: Theme, after: Theme): Partial<Theme> {
  const patch: Partial<Record<keyof Theme, Theme[keyof Theme]>> = {}
  for (const field of ['name', ...fields] as const)
    if (before[field] !== after[field]) patch[field] = after[field]
  return patch as Partial<Theme>
}
