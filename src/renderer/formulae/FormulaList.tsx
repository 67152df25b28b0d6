import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { CandidateEntry, CountedFormula } from '../../shared/formulae/formula-answers'
import type { Formula } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import type { FormulaeDesk } from './formulae-desk'
import { ListFilters } from './ListFilters'
import { listedFormulae } from './listed-formulae'
import { YearBars, yearsOf } from './YearBars'

interface Props {
  readonly desk: FormulaeDesk
  /** Null until the texts were searched: names are listed before. */
  readonly counted: readonly CountedFormula[] | null
  /** Those that wait for a decision; null until the texts were looked through. */
  readonly candidates: readonly CandidateEntry[] | null
}

type ListRow =
  | { readonly kind: 'head'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: 'formula'; readonly key: string; readonly formula: Formula }
  | { readonly kind: 'candidate'; readonly key: string; readonly candidate: CandidateEntry }

/** Pixels: a row, and the head of a group. */
const height = { row: 32, head: 36 }

/** The register, the most frequent first, and below it the candidates that wait for a decision. */
export function FormulaList({ desk, counted, candidates }: Props) {
  const t = useT()
  const { filter, kind, since, words, chosen } = useStore(desk.store)
  const { info } = useSlices('info')
  const scroller = useRef<HTMLDivElement>(null)
  const counts = useMemo(() => new Map(counted?.map((each) => [each.id, each])), [counted])
  const years = useMemo(() => yearsOf(counted ?? []), [counted])
  const shown = useMemo(
    () => listedFormulae(Object.values<Formula>(info.formulae), counts, { filter, kind, since, words }),
    [info.formulae, counts, filter, kind, since, words]
  )
  const rows = useMemo((): ListRow[] => {
    const found = candidates ?? []
    return [
      { kind: 'head', key: 'register', title: t('formulae.register'), count: shown.length },
      ...shown.map((formula): ListRow => ({ kind: 'formula', key: formula.id, formula })),
      ...(candidates
        ? [{ kind: 'head', key: 'found', title: t('formulae.found'), count: found.length } as const]
        : []),
      ...found.map((candidate): ListRow => ({ kind: 'candidate', key: candidate.key, candidate }))
    ]
  }, [shown, candidates, t])
  const at = rows.findIndex(
    (row) =>
      (row.kind === 'formula' && chosen?.kind === 'formula' && row.key === chosen.id) ||
      (row.kind === 'candidate' && chosen?.kind === 'candidate' && row.key === chosen.key)
  )
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => height[rows[index]?.kind === 'head' ? 'head' : 'row'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12
  })
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [list, at])
  const choose = (row: ListRow | undefined) => {
    if (row?.kind === 'formula') desk.choose({ kind: 'formula', id: row.formula.id })
    else if (row?.kind === 'candidate') desk.choose({ kind: 'candidate', key: row.candidate.key })
  }
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const from = at < 0 ? (by > 0 ? -1 : rows.length) : at
    const next = by > 0 ? rows.slice(from + 1) : rows.slice(0, from).reverse()
    const row = next.find((each) => each.kind !== 'head')
    choose(row)
    if (row)
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true })
      )
  }
  const stop = at >= 0 ? at : rows.findIndex(({ kind: own }) => own !== 'head')
  return (
    <>
      <ListFilters desk={desk} years={years} />
      {counted === null && (
        <p className="formulae-counting" role="status">
          {t('formulae.counting')}
        </p>
      )}
      <div ref={scroller} className="formulae-scroll" data-scroller>
        {shown.length === 0 && counted !== null && Object.keys(info.formulae).length > 0 && (
          <p className="panel-hint">{t('formulae.noneOfKind')}</p>
        )}
        <ul className="formulae-list" style={{ height: list.getTotalSize() }} onKeyDown={press}>
          {list.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            if (!row) return null
            const place = { transform: `translateY(${start}px)`, height: size }
            return row.kind === 'head' ? (
              <li key={row.key} style={place} className="head">
                <h2 className="formulae-head">
                  {row.title} <span>{row.count}</span>
                </h2>
              </li>
            ) : (
              <li key={row.key} style={place}>
                <button
                  type="button"
                  aria-current={index === at ? 'true' : undefined}
                  tabIndex={index === stop ? 0 : -1}
                  onClick={() => choose(row)}
                >
                  {row.kind === 'formula' ? (
                    <FormulaRow
                      formula={row.formula}
                      own={counted ? (counts.get(row.formula.id) ?? null) : undefined}
                      years={years}
                    />
                  ) : (
                    <>
                      <span lang={row.candidate.language} className="found">
                        {row.candidate.words}
                      </span>
                      <span className="number">{row.candidate.count}</span>
                    </>
                  )}
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}

interface RowProps {
  readonly formula: Formula
  /** Undefined until the texts were searched, null where the formula has come since. */
  readonly own: CountedFormula | null | undefined
  readonly years: readonly [number, number] | null
}

function FormulaRow({ formula, own, years }: RowProps) {
  const t = useT()
  const title = own
    ? `${t('formulae.places', { count: own.count })} ${t('formulae.texts', { count: own.documents })}`
    : undefined
  return (
    <>
      <span lang={formula.forms.length > 0 ? 'zh' : 'en'} className="name">
        {formulaName(formula)}
      </span>
      <YearBars counts={own ?? undefined} years={years} />
      <span className="number" title={title}>
        {own === undefined ? '' : (own?.count ?? 0)}
      </span>
    </>
  )
}
