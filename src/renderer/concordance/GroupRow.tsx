import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ConcordanceGroup } from '../../shared/concordance/lines'
import { useT } from '../state/i18n'
import { concordance } from './concordance-desk'
import { keepGroup } from './line-acts'
import { useGroupName } from './use-group-name'

interface Props {
  readonly group: ConcordanceGroup
  readonly isFolded: boolean
  /** Of how many lines its share is. */
  readonly lines: number
}

/** The head of a group: what its lines have in common, how many they are, and the years they are of. */
export function GroupRow({ group, isFolded, lines }: Props) {
  const t = useT()
  const name = useGroupName()(group)
  const { key, count, documents, years } = group
  const share = lines === 0 ? 0 : Math.round((100 * count) / lines)
  const span = years && (years.first === years.last ? `${years.first}` : `${years.first}–${years.last}`)
  return (
    <span role="gridcell" className="group-head">
      <button
        type="button"
        tabIndex={-1}
        aria-expanded={!isFolded}
        onClick={() => concordance.fold([key], !isFolded)}
      >
        {isFolded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
        <span className="group-name">{name}</span>
        <small>
          {[
            t('concordance.lineCount', { count }),
            `${share} %`,
            t('concordance.inTexts', { texts: t('shell.textCount', { count: documents }) }),
            span
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </button>
      <button type="button" tabIndex={-1} className="link-button" onClick={() => void keepGroup(key, true)}>
        {t('concordance.onlyThese')}
      </button>
      <button type="button" tabIndex={-1} className="link-button" onClick={() => void keepGroup(key, false)}>
        {t('concordance.takeOut')}
      </button>
    </span>
  )
}
