import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useT } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { CitationStylePicker } from '../ui/CitationStylePicker'
import { ReadingStyle } from './ReadingStyle'

const appearances = ['light', 'sepia', 'dark'] as const
const languages = [
  ['en', 'English'],
  ['zh-CN', '简体中文']
] as const

/** Paper, language and size. */
export function AppearanceMenu() {
  const t = useT()
  const { appearance, language, scale } = usePreferences()
  return (
    <DialogTrigger>
      <Button className="bar-button" aria-label={t('appearance.menu')}>
        Aa
      </Button>
      <Popover className="popover appearance" placement="bottom end">
        <Dialog aria-label={t('appearance.menu')}>
          <fieldset className="segments">
            <legend className="visually-hidden">{t('appearance.menu')}</legend>
            {appearances.map((each) => (
              <label key={each} className={each === appearance ? 'on' : ''}>
                <input
                  type="radio"
                  name="appearance"
                  checked={each === appearance}
                  onChange={() => setPreferences({ appearance: each })}
                />
                {t(`appearance.${each}`)}
              </label>
            ))}
          </fieldset>
          <fieldset className="segments">
            <legend className="visually-hidden">{t('appearance.language')}</legend>
            {languages.map(([id, name]) => (
              <label key={id} className={id === language ? 'on' : ''} lang={id}>
                <input
                  type="radio"
                  name="language"
                  checked={id === language}
                  onChange={() => setPreferences({ language: id })}
                />
                {name}
              </label>
            ))}
          </fieldset>
          <label className="size">
            {t('appearance.size')}
            <input
              type="range"
              min={80}
              max={200}
              step={10}
              value={Math.round(scale * 100)}
              onChange={(event) => setPreferences({ scale: Number(event.target.value) / 100 })}
            />
            <span>{t('shell.sizeNow', { percent: Math.round(scale * 100) })}</span>
          </label>
          <h2 className="panel-title">{t('appearance.text')}</h2>
          <ReadingStyle />
          <h2 className="panel-title">{t('citing.style')}</h2>
          <CitationStylePicker />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
