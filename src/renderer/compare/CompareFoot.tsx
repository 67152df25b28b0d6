import { useMemo } from 'react'
import type { Row } from '../../shared/alignment/versions'
import { useT } from '../state/i18n'
import { isDoubtful } from './row-filter'

interface Props {
  readonly rows: readonly Row[]
  readonly row: number
  /** Whether the texts look like versions of one: else how sure their links are would mislead. */
  readonly isOfOne: boolean
}

/** Where one is in the comparison, and how far its links can be trusted. */
export function CompareFoot({ rows, row, isOfOne }: Props) {
  const t = useT()
  const { sure, doubtful, byHand } = useMemo(() => {
    const all = rows.flatMap(({ confidence }) => confidence.filter((each) => each !== null))
    return {
      sure: all.length === 0 ? 0 : all.reduce((sum, each) => sum + each, 0) / all.length,
      doubtful: rows.filter(isDoubtful).length,
      byHand: rows.filter((each) => each.byHand.includes(true)).length
    }
  }, [rows])
  return (
    <div className="compare-foot">
      <span>{t('compare.row', { n: Math.min(row + 1, rows.length), total: rows.length })}</span>
      {isOfOne && <span>{t('compare.sure', { percent: Math.round(sure * 100) })}</span>}
      {doubtful > 0 && <span>{t('compare.doubtfulCount', { count: doubtful })}</span>}
      {byHand > 0 && <span>{t('compare.handCount', { count: byHand })}</span>}
    </div>
  )
}
