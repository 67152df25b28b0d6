import type { CountedFormula } from '../../shared/formulae/formula-answers'

const size = { width: 48, height: 14 }

/** The first and the last year in which anything of the register stands; null where no text has a date. */
export function yearsOf(counted: readonly CountedFormula[]): readonly [number, number] | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { years } of counted)
    for (const key of Object.keys(years)) {
      const year = Number(key)
      if (year === 0) continue
      from = Math.min(from, year)
      to = Math.max(to, year)
    }
  return from <= to ? [from, to] : null
}

interface Props {
  readonly counts: CountedFormula | undefined
  /** All bars stand along the same years. */
  readonly years: readonly [number, number] | null
}

/** A small timeline: a bar a year, as high as its places. The figures stand beside it, and in the page of the formula. */
export function YearBars({ counts, years }: Props) {
  if (!years || !counts || counts.count === 0) return <span />
  const [from, to] = years
  const step = size.width / (to - from + 1)
  const most = Math.max(1, ...Object.entries(counts.years).map(([year, count]) => (year === '0' ? 0 : count)))
  return (
    <svg className="year-bars" width={size.width} height={size.height} aria-hidden>
      <title>{`${from}–${to}`}</title>
      {Object.entries(counts.years).map(([year, count]) => {
        if (year === '0') return null
        const tall = Math.max(2, (size.height * count) / most)
        return (
          <rect
            key={year}
            x={(Number(year) - from) * step}
            y={size.height - tall}
            width={Math.max(1, Math.min(8, step - 1))}
            height={tall}
          />
        )
      })}
    </svg>
  )
}
