import { useStore } from 'zustand'
import { formulaKinds } from '../../shared/model/formula-kinds'
import { useT } from '../state/i18n'
import type { FormulaeDesk, RegisterFilter } from './formulae-desk'

const filters: readonly RegisterFilter[] = ['all', 'present', 'several']

interface Props {
  readonly desk: FormulaeDesk
  readonly years: readonly [number, number] | null
}

/** What of the register is listed: by words, by what the texts have of it, by kind, by when it was first seen. */
export function ListFilters({ desk, years }: Props) {
  const t = useT()
  const { filter, kind, since, words, copiesOnce } = useStore(desk.store)
  const [from, to] = years ?? [0, -1]
  const all = Array.from({ length: Math.max(0, to - from) }, (_, at) => to - at)
  return (
    <div className="formulae-filters">
      <input
        type="search"
        aria-label={t('formulae.search')}
        placeholder={t('formulae.search')}
        value={words}
        onChange={(event) => desk.set({ words: event.target.value })}
      />
      <select
        aria-label={t('formulae.filter')}
        value={filter}
        onChange={(event) =>
          desk.set({ filter: filters.find((each) => each === event.target.value) ?? 'all' })
        }
      >
        {filters.map((each) => (
          <option key={each} value={each}>
            {t(`formulae.filters.${each}`)}
          </option>
        ))}
      </select>
      <div className="formulae-pair">
        <select
          aria-label={t('formulae.kinds')}
          value={kind}
          onChange={(event) =>
            desk.set({ kind: formulaKinds.find((each) => each === event.target.value) ?? '' })
          }
        >
          <option value="">{t('formulae.kinds')}</option>
          {formulaKinds.map((each) => (
            <option key={each} value={each}>
              {t(`formulae.kind.${each}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('formulae.since')}
          value={since ?? ''}
          onChange={({ target }) => desk.set({ since: target.value === '' ? null : Number(target.value) })}
        >
          <option value="">{t('formulae.sinceAny')}</option>
          {all.map((year) => (
            <option key={year} value={year}>
              {t('formulae.sinceYear', { year })}
            </option>
          ))}
        </select>
      </div>
      <label className="formulae-once" title={t('formulae.copiesOnceHint')}>
        <input
          type="checkbox"
          checked={copiesOnce}
          onChange={({ target }) => desk.set({ copiesOnce: target.checked })}
        />
        {t('formulae.copiesOnce')}
      </label>
    </div>
  )
}
