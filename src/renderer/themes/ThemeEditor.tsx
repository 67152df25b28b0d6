import type { ThemeId } from '../../shared/model/ids'
import { themeColours } from '../../shared/model/palette'
import type { Theme } from '../../shared/model/theme'
import { memosOn } from '../../shared/operations/memos-on'
import { isUnder } from '../../shared/operations/theme-order'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { change, useSlices } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { pinTheme, useUiState } from '../state/ui-state'
import { Field } from '../ui/Field'
import { Swatches } from '../ui/Swatches'
import { addMemo } from '../writing/add-memo'
import { MemoLinks } from '../writing/MemoLinks'
import { GroupsField } from './GroupsField'
import { OwnCount } from './OwnCount'
import { ThemeName, ThemeText } from './ThemeText'
import { moveTheme } from './theme-moves'

const fields = ['description', 'inclusion', 'exclusion', 'example'] as const

/** One theme open for change: what it means, when it applies, its place. Texts are saved in the pauses of typing, and as they are left. */
export function ThemeEditor({ theme, under }: { theme: Theme; under: number }) {
  const t = useT()
  const { themes, memos } = useSlices('themes', 'memos')
  const pinned = useUiState((memory) => memory.pinned.includes(theme.id))
  return (
    <div className="theme-editor">
      <ThemeName theme={theme} />
      <Swatches
        label={t('common.colour')}
        colours={themeColours}
        value={theme.colour}
        onChange={(colour) => void change({ type: 'theme.update', id: theme.id, patch: { colour } })}
      />
      {fields.map((field) => (
        <ThemeText key={field} theme={theme} field={field} />
      ))}
      <Field label={t('themes.parent')}>
        <select
          value={theme.parent ?? ''}
          onChange={({ target: { value } }) =>
            void moveTheme(theme, value === '' ? null : (value as ThemeId))
          }
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
            onClick={() => navigate({ name: 'memos', memo: memo.id })}
          >
            {memo.title || memo.text.slice(0, 80) || t('memos.untitled')}
          </button>
        ))}
        <button
          type="button"
          className="link"
          onClick={() =>
            void addMemo({ kind: 'theme', id: theme.id }).then(
              (memo) => memo !== null && navigate({ name: 'memos', memo })
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
