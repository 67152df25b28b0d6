import type { Ref } from 'react'
import { useStore } from 'zustand'
import type { RepeatsMatrix } from '../../shared/recycled/repeats-matrix'
import { useT } from '../state/i18n'
import type { RecycledDesk } from './recycled-desk'

/** Who repeats whom: each number lists its passages. */
export function RepeatsTable({
  desk,
  matrix,
  place
}: {
  readonly desk: RecycledDesk
  readonly matrix: RepeatsMatrix
  /** Leads to it: it stands below passages of any length. */
  readonly place: Ref<HTMLElement>
}) {
  const t = useT()
  const { between } = useStore(desk.store)
  const { names, counts, undated } = matrix
  const most = Math.max(1, ...counts.flat())
  const said = (name: string) => name || t('recycled.untitled')
  if (names.length === 0 && undated === 0) return null
  return (
    <section ref={place} tabIndex={-1} className="recycled-matrix" aria-label={t('recycled.matrix')}>
      <h2>{t('recycled.matrix')}</h2>
      <p className="panel-hint">{t('recycled.matrixHint')}</p>
      {names.length > 0 && (
        <div className="recycled-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">
                  {t('recycled.later')} ↓ · {t('recycled.earlier')} →
                </th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {said(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((later, row) => (
                <tr key={later}>
                  <th scope="row">{said(later)}</th>
                  {names.map((earlier, column) => {
                    const count = counts[row]?.[column] ?? 0
                    const on = between?.later === later && between.earlier === earlier
                    return (
                      <td
                        key={earlier}
                        style={{
                          background: `color-mix(in srgb, var(--accent) ${Math.round((30 * count) / most)}%, transparent)`
                        }}
                      >
                        {count > 0 && (
                          <button
                            type="button"
                            aria-pressed={on}
                            title={t('recycled.between', { later: said(later), earlier: said(earlier) })}
                            onClick={() => desk.show(on ? null : { later, earlier })}
                          >
                            {count}
                          </button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {undated > 0 && <p className="panel-hint">{t('recycled.matrixUndated', { count: undated })}</p>}
    </section>
  )
}
