import { exportGroups } from '../../shared/export/export-format-info'
import { i18n, useT } from '../state/i18n'
import type { ExportDeskState } from './export-desk'
import { formatName } from './format-name'

/** The formats of what is exported, in groups by what they are for. */
export function FormatList({
  formats,
  format,
  choose
}: Pick<ExportDeskState, 'formats' | 'format'> & { readonly choose: (id: string) => void }) {
  const t = useT()
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
  return (
    <div className="export-formats" role="radiogroup" aria-label={t('export.format')}>
      {exportGroups.map((group) => {
        const own = formats?.filter((each) => each.group === group) ?? []
        if (own.length === 0) return null
        return (
          <fieldset key={group}>
            <legend>{t(`export.group.${group}`)}</legend>
            {own.map((each) => {
              const { id, hint, extension } = each
              return (
                <label key={id} className={id === format?.id ? 'on' : ''} title={hint[language]}>
                  <input
                    type="radio"
                    name="export-format"
                    value={id}
                    checked={id === format?.id}
                    onChange={() => choose(id)}
                  />
                  <span className="grow">{formatName(each)}</span>
                  <small aria-hidden>
                    {each.to === 'clipboard' ? '' : extension === '' ? t('export.folder') : `.${extension}`}
                  </small>
                </label>
              )
            })}
          </fieldset>
        )
      })}
    </div>
  )
}
