import { i18n, useT } from '../state/i18n'
import { Field } from '../ui/Field'
import { useCitationStyles } from './use-citation-styles'

/** The style of citations: one that ships, or one from a file of the person's own. */
export function StyleField({ style, set }: { style: string; set: (style: string) => void }) {
  const t = useT()
  const { styles, open } = useCitationStyles()
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
  const openOther = async () => {
    const id = await open()
    if (id !== null) set(id)
  }
  return (
    <>
      <Field label={t('export.option.style')}>
        <select value={style} onChange={({ target }) => set(target.value)}>
          {styles.map(({ id, label }) => (
            <option key={id} value={id}>
              {label[language]}
            </option>
          ))}
          {!styles.some(({ id }) => id === style) && (
            <option value={style}>{style.replace(/^file:/, '')}</option>
          )}
        </select>
      </Field>
      <button type="button" className="link-button export-open-style" onClick={() => void openOther()}>
        {t('export.openStyle')}
      </button>
    </>
  )
}
