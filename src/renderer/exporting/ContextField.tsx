import type { ExportContext } from '../../shared/export/export-options'
import { useT } from '../state/i18n'
import { CountInput } from '../ui/CountInput'
import { Field } from '../ui/Field'

const units = ['none', 'sentence', 'paragraph', 'words', 'sentences'] as const
/** Most words and sentences on each side, and with how many one begins. */
const counts = { words: { most: 500, first: 20 }, sentences: { most: 50, first: 1 } } as const

/** How much of the text stands around a passage; words and sentences with their number. */
export function ContextField({
  context,
  set
}: {
  context: ExportContext
  set: (context: ExportContext) => void
}) {
  const t = useT()
  const choose = (value: string) => {
    const unit = units.find((each) => each === value)
    if (unit === 'words' || unit === 'sentences') set({ unit, count: counts[unit].first })
    else if (unit) set({ unit })
  }
  return (
    <div className="export-context">
      <Field label={t('export.option.context')}>
        <select value={context.unit} onChange={({ target }) => choose(target.value)}>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t(`export.context.${unit}`)}
            </option>
          ))}
        </select>
      </Field>
      {'count' in context && (
        <Field key={context.unit} label={t('export.context.count')}>
          <CountInput
            value={context.count}
            least={1}
            most={counts[context.unit].most}
            set={(count) => set({ unit: context.unit, count })}
          />
        </Field>
      )}
    </div>
  )
}
