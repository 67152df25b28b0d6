import type { ImportedText } from '../../shared/ipc/import-answers'
import type { SheetColumns } from '../../shared/model/sheet-columns'
import { useT } from '../state/i18n'
import { Field } from '../ui/Field'

const stated = ['title', 'published', 'language', 'author', 'publisher', 'source'] as const

/** What the columns of a table are: which holds the texts, which says what about them, or which are versions of one another. */
export function SheetFields({
  sheet,
  change
}: {
  sheet: NonNullable<ImportedText['sheet']>
  change: (columns: SheetColumns) => void
}) {
  const t = useT()
  const { head, used } = sheet
  // Columns may have the same name: they are known by their place.
  const columns = head.map((name, at) => ({ at, name: name || String(at + 1) }))
  const options = columns.map(({ at, name }) => (
    <option key={at} value={at}>
      {name}
    </option>
  ))
  const choose = (value: string) => (value === '' ? undefined : Number(value))
  const chooseText = (column: number | undefined) => {
    if (column !== undefined) return change({ ...used, text: column, versions: [] })
    // Two columns to begin with: the text's own and another.
    const own = used.text ?? 0
    const other = columns.find(({ at }) => at !== own)?.at
    change({
      ...used,
      text: null,
      versions: [own, ...(other === undefined ? [] : [other])].sort((a, b) => a - b)
    })
  }
  return (
    <fieldset className="sheet-fields">
      <legend>{t('import.columns')}</legend>
      <Field label={t('import.columnText')}>
        <select value={used.text ?? ''} onChange={(event) => chooseText(choose(event.target.value))}>
          <option value="">{t('import.columnVersions')}</option>
          {options}
        </select>
      </Field>
      {used.text === null ? (
        <div className="sheet-versions">
          {columns.map(({ at, name }) => (
            <label key={at} className="check-label">
              <input
                type="checkbox"
                checked={used.versions.includes(at)}
                disabled={used.versions.length === 1 && used.versions[0] === at}
                onChange={(event) =>
                  change({
                    ...used,
                    versions: event.target.checked
                      ? [...used.versions, at].sort((a, b) => a - b)
                      : used.versions.filter((each) => each !== at)
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
      ) : (
        stated.map((field) => (
          <Field key={field} label={t(field === 'author' ? 'csl.author' : `metadata.${field}`)}>
            <select
              value={used.stated[field] ?? ''}
              onChange={(event) => {
                const { [field]: _, ...others } = used.stated
                const column = choose(event.target.value)
                change({ ...used, stated: column === undefined ? others : { ...others, [field]: column } })
              }}
            >
              <option value="">–</option>
              {options}
            </select>
          </Field>
        ))
      )}
    </fieldset>
  )
}
