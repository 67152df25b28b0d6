import { useStore } from 'zustand'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { ConcordanceSettings, Sameness } from '../../shared/concordance/settings'
import { useT } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { concordance } from './concordance-desk'
import { Pop } from './ToolPopover'

const switches = [
  'case',
  'accents',
  'width',
  'quotes',
  'invisible',
  'chinese',
  'inflection',
  'sharpS',
  'lineBreaks',
  'emphasis'
] as const
const hyphens = ['asWritten', 'alike', 'optional'] as const

/** What counts as the same, each a switch; remembered for the next query. */
export function SamenessMenu() {
  const t = useT()
  const settings = useStore(concordance.store, (state) => state.settings)
  const set = (next: ConcordanceSettings) => {
    setPreferences({ concordance: { ...usePreferences.getState().concordance, settings: next } })
    concordance.setSettings(next)
  }
  const setSame = (patch: Partial<Sameness>) => set({ ...settings, same: { ...settings.same, ...patch } })
  const isUsual = isSameSettings(settings, defaultSettings)
  const check = (checked: boolean, name: string, note: string, change: (on: boolean) => void) => (
    <label key={name} className="same-switch">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
      <span>{name}</span>
      <small>{note}</small>
    </label>
  )
  return (
    <Pop
      name={t('concordance.same.title')}
      isSet={!isUsual}
      label={t('concordance.same.button')}
      className="same-pop"
    >
      <h2 className="panel-title">{t('concordance.same.title')}</h2>
      <div className="same-switches">
        {switches.map((key) =>
          check(settings.same[key], t(`concordance.same.${key}`), t(`concordance.same.${key}Note`), (on) =>
            setSame({ [key]: on })
          )
        )}
        <label className="same-switch">
          <select
            value={settings.same.hyphens}
            onChange={({ target }) =>
              setSame({ hyphens: hyphens.find((each) => each === target.value) ?? 'alike' })
            }
          >
            {hyphens.map((each) => (
              <option key={each} value={each}>
                {t(`concordance.same.${each}`)}
              </option>
            ))}
          </select>
          <span>{t('concordance.same.hyphens')}</span>
          <small>{t('concordance.same.hyphensNote')}</small>
        </label>
      </div>
      <h2 className="panel-title">{t('concordance.same.searched')}</h2>
      <div className="same-switches">
        {check(
          settings.wholeWords,
          t('concordance.same.wholeWords'),
          t('concordance.same.wholeWordsNote'),
          (on) => set({ ...settings, wholeWords: on })
        )}
        {check(settings.furniture, t('search.furniture'), '', (on) => set({ ...settings, furniture: on }))}
        {check(
          settings.chineseWords === 'characters',
          t('concordance.same.characters'),
          t('concordance.same.charactersNote'),
          (on) => set({ ...settings, chineseWords: on ? 'characters' : 'dictionary' })
        )}
      </div>
      {!isUsual && (
        <button type="button" className="link-button" onClick={() => set(defaultSettings)}>
          {t('concordance.same.usual')}
        </button>
      )}
    </Pop>
  )
}

function isSameSettings(a: ConcordanceSettings, b: ConcordanceSettings): boolean {
  return (
    a.wholeWords === b.wholeWords &&
    a.furniture === b.furniture &&
    a.chineseWords === b.chineseWords &&
    a.same.hyphens === b.same.hyphens &&
    switches.every((key) => a.same[key] === b.same[key])
  )
}
