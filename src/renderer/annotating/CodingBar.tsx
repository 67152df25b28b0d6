import { X } from 'lucide-react'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { themeColour } from '../state/theme-names'
import { digitThemes, useUiState } from '../state/ui-state'
import { ThemeDot } from '../ui/ThemeDot'
import { codeBy, leaveCoding, skip, useCodingMode } from './coding-mode'
import { annotatePlainly, applyTheme, openPicker } from './passage-actions'

const units = ['sentence', 'block'] as const

/** What the keys do while one codes: each digit with its theme, and how to go on. Every entry is a button too. */
export function CodingBar() {
  const t = useT()
  const unit = useCodingMode((state) => state.unit)
  const themes = useProject((project) => project.state.themes)
  const digits = digitThemes(useUiState())
  if (unit === null) return null
  const button = (key: string, label: string, run: () => void) => (
    <button
      type="button"
      className="coding-key"
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <kbd>{key}</kbd>
      {label}
    </button>
  )
  return (
    <section className="coding-bar" aria-label={t('coding.mode')}>
      <p role="status">
        <strong>{t('coding.mode')}</strong> {t('coding.lead', { unit: t(`coding.${unit}`) })}
      </p>
      <div className="coding-keys">
        {digits.map((id, index) => (
          <button
            type="button"
            key={id}
            className="coding-key"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void applyTheme(id)}
          >
            <kbd>{index + 1}</kbd>
            <ThemeDot colour={themeColour(id)} />
            {themes[id]?.name}
          </button>
        ))}
        {button('0', t('coding.plain'), () => void annotatePlainly())}
        {button('/', t('coding.find'), () => openPicker())}
        {button('␣', t('coding.skip'), () => skip(1))}
        {button('⌫', t('coding.back'), () => skip(-1))}
      </div>
      <fieldset className="segments">
        <legend className="visually-hidden">{t('coding.unit')}</legend>
        {units.map((each) => (
          <label key={each} className={each === unit ? 'on' : ''}>
            <input type="radio" name="coding-unit" checked={each === unit} onChange={() => codeBy(each)} />
            {t(`coding.${each}`)}
          </label>
        ))}
      </fieldset>
      <button type="button" className="icon-button" aria-label={t('coding.leave')} onClick={leaveCoding}>
        <X size={15} aria-hidden />
      </button>
    </section>
  )
}
