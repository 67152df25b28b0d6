import { Layers } from 'lucide-react'
import type { WorkId } from '../../shared/model/ids'
import type { Work } from '../../shared/model/work'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'

interface Props {
  readonly work: Work
  readonly count: number
  /** Over so many columns, the title's included. */
  readonly span: number
  readonly gather: (work: WorkId) => void
}

/** A work over its versions: leads to the comparison, and to which texts are its versions. */
export function WorkRow({ work, count, span, gather }: Props) {
  const t = useT()
  return (
    <tr className="work-row">
      <td />
      <th colSpan={span} scope="rowgroup">
        <button type="button" onClick={() => navigate({ name: 'compare', work: work.id })}>
          {work.title}
        </button>
        <small>{t('library.versions', { count })}</small>
        <button
          type="button"
          className="icon-button"
          aria-label={t('work.edit', { title: work.title })}
          title={t('work.heading')}
          onClick={() => gather(work.id)}
        >
          <Layers size={14} aria-hidden />
        </button>
      </th>
    </tr>
  )
}
