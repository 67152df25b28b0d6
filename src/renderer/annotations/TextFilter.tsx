import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { byTitle } from '../../shared/text/natural-order'
import { useT } from '../state/i18n'
import { currentProject, useSlices } from '../state/project'
import type { FilterProps } from './filter-props'

/** Annotations of one text only. Its list is filled once somebody turns to it: ten thousand titles take a second to draw. */
export function TextFilter({ filter, setFilter }: FilterProps) {
  const t = useT()
  const { documents } = useSlices('documents')
  const [listed, setListed] = useState<readonly VariorumDocument[] | null>(null)
  const id = filter.documents?.[0]
  const chosen = id === undefined ? undefined : documents[id]
  const fill = () => setListed(annotatedTexts())
  return (
    <select
      aria-label={t('shell.texts')}
      value={id ?? ''}
      onPointerDown={fill}
      onFocus={fill}
      onChange={({ target: { value } }) =>
        setFilter({ documents: value === '' ? undefined : [value as DocumentId] })
      }
    >
      <option value="">{t('annotation.anyText')}</option>
      {(listed ?? (chosen ? [chosen] : [])).map((each) => (
        <option key={each.id} value={each.id}>
          {each.title}
        </option>
      ))}
    </select>
  )
}

function annotatedTexts(): VariorumDocument[] {
  const { state, counts } = currentProject()
  return Object.values<VariorumDocument>(state.documents)
    .filter(({ id }) => counts.documents[id])
    .sort(byTitle)
}
