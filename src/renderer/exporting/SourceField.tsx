import type { ExportSource } from '../../shared/ipc/export-request'
import type { ThemeId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { useNavigation } from '../state/navigation'
import { useSlices } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { Field } from '../ui/Field'
import { sourceName } from './source-name'

interface Props {
  readonly source: ExportSource
  readonly sources: readonly ExportSource[]
}

/** What is exported: chosen among what the place offers that one came from. */
export function SourceField({ source, sources }: Props) {
  const t = useT()
  const slices = useSlices('documents', 'themes')
  const names = sources.map((each) => JSON.stringify(each))
  const name = JSON.stringify(source)
  const all = names.includes(name) ? sources : [source, ...sources]
  const choose = (next: ExportSource) =>
    useNavigation.setState({ place: { name: 'export', source: next, sources } })
  return (
    <>
      <Field label={t('export.which')}>
        <select
          value={name}
          onChange={({ target }) => {
            const next = all.find((each) => JSON.stringify(each) === target.value)
            if (next) choose(next)
          }}
        >
          {all.map((each) => (
            <option key={JSON.stringify(each)} value={JSON.stringify(each)}>
              {sourceName(each, slices)}
            </option>
          ))}
        </select>
      </Field>
      {source.of === 'excerpts' && !source.chosen && (
        <ThemeField source={source} themes={slices.themes} choose={choose} />
      )}
    </>
  )
}

function ThemeField({
  source,
  themes,
  choose
}: {
  source: Extract<ExportSource, { of: 'excerpts' }>
  themes: Parameters<typeof orderedThemes>[0]
  choose: (source: ExportSource) => void
}) {
  const t = useT()
  const { themes: asked = [], ...rest } = source.query
  if (asked.length > 1 || Object.keys(themes).length === 0) return null
  return (
    <Field label={t('export.theme')}>
      <select
        value={asked[0] ?? ''}
        onChange={({ target }) =>
          choose({
            ...source,
            query: target.value === '' ? rest : { ...rest, themes: [target.value as ThemeId] }
          })
        }
      >
        <option value="">{t('export.anyTheme')}</option>
        {orderedThemes(themes).map(({ id }) => (
          <option key={id} value={id}>
            {pathName(themes, id)}
          </option>
        ))}
      </select>
    </Field>
  )
}
