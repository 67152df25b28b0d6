import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { CoderId, ThemeId } from '../../shared/model/ids'
import type { Coder } from '../../shared/model/project'
import { qualityMarks } from '../../shared/model/quality-marks'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { AcrossFilter } from './AcrossFilter'
import type { FilterProps } from './filter-props'
import { TextFilter } from './TextFilter'

/** What the list of annotations is filtered by. */
export function Filters({ filter, setFilter }: FilterProps) {
  const t = useT()
  const { themes, info } = useSlices('themes', 'info')
  return (
    <>
      <input
        type="search"
        aria-label={t('annotation.filterText')}
        placeholder={t('annotation.filterText')}
        value={filter.text ?? ''}
        onChange={(event) => setFilter({ text: event.target.value })}
      />
      <select
        aria-label={t('annotation.themes')}
        value={filter.unthemed ? '-' : (filter.themes?.[0] ?? '')}
        onChange={({ target: { value } }) =>
          setFilter({
            themes: value === '' || value === '-' ? undefined : [value as ThemeId],
            unthemed: value === '-' || undefined
          })
        }
      >
        <option value="">{t('annotation.anyTheme')}</option>
        <option value="-">{t('annotation.withoutTheme')}</option>
        {orderedThemes(themes).map((theme) => (
          <option key={theme.id} value={theme.id}>
            {pathName(themes, theme.id)}
          </option>
        ))}
      </select>
      <TextFilter filter={filter} setFilter={setFilter} />
      {Object.keys(info.coders).length > 1 && (
        <select
          aria-label={t('coder.heading')}
          value={filter.coders?.[0] ?? ''}
          onChange={({ target: { value } }) =>
            setFilter({ coders: value === '' ? undefined : [value as CoderId] })
          }
        >
          <option value="">{t('annotation.anyCoder')}</option>
          {Object.values<Coder>(info.coders).map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={t('quality.heading')}
        value={qualityValue(filter)}
        onChange={({ target: { value } }) => setFilter(qualityFilter(value))}
      >
        <option value="">{t('annotation.anyQuality')}</option>
        <option value="none">{t('annotation.withoutAnyMark')}</option>
        {qualityMarks.map((mark) => (
          <option key={`without ${mark}`} value={`without ${mark}`}>
            {t('annotation.withoutMarked', { mark: t(`quality.${mark}`) })}
          </option>
        ))}
        {qualityMarks.map((mark) => (
          <option key={`only ${mark}`} value={`only ${mark}`}>
            {t('annotation.onlyMarked', { mark: t(`quality.${mark}`) })}
          </option>
        ))}
      </select>
      <AcrossFilter filter={filter} setFilter={setFilter} />
      <label className="check-label">
        <input
          type="checkbox"
          checked={filter.memo ?? false}
          onChange={(event) => setFilter({ memo: event.target.checked || undefined })}
        />
        {t('annotation.withMemo')}
      </label>
    </>
  )
}

function qualityValue({ marked, unmarked }: AnnotationQuery): string {
  if (unmarked && unmarked.length > 1) return 'none'
  if (unmarked?.[0]) return `without ${unmarked[0]}`
  return marked?.[0] ? `only ${marked[0]}` : ''
}

function qualityFilter(value: string): AnnotationQuery {
  if (value === 'none') return { marked: undefined, unmarked: [...qualityMarks] }
  const [how, name] = value.split(' ')
  const mark = qualityMarks.find((each) => each === name)
  if (!mark) return { marked: undefined, unmarked: undefined }
  return how === 'only' ? { marked: [mark], unmarked: undefined } : { marked: undefined, unmarked: [mark] }
}
