import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { showError } from '../state/toasts'
import { type PatternName, patternNames } from './patterns'

/** What is done to many texts at once: all of them, or those that are selected. */
export function ImportTools({
  selected,
  apply
}: {
  selected: number
  apply: (pattern: PatternName) => void
}) {
  const t = useT()
  const saveReport = async () => {
    const saved = await call('import.report', null)
    if (!saved.ok) showError(saved.error)
  }
  return (
    <div className="import-tools">
      <select
        aria-label={t('import.fillIn')}
        value=""
        onChange={({ target: { value } }) => {
          const found = patternNames.find((each) => each === value)
          if (found) apply(found)
        }}
      >
        <option value="">{t('import.fillIn')}</option>
        {patternNames.map((each) => (
          <option key={each} value={each}>
            {t(`importPattern.${each}`)}
          </option>
        ))}
      </select>
      <span className="grow panel-hint" role="status">
        {selected > 1 ? t('import.selected', { count: selected }) : t('import.selectHint')}
      </span>
      <button type="button" className="button" onClick={() => void saveReport()}>
        {t('import.saveReport')}
      </button>
    </div>
  )
}
