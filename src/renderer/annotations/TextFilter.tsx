import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { byTitle } from '../../shared/text/natural-order'
import { useT } from '../state/i18n'
import { keepLast } from '../state/keep-last'
import { currentProject, useSlices } from '../state/project'
import type { FilterProps } from './filter-props'

/** Annotations of one text only. Its list is filled once somebody turns to it: ten thousand titles take a second to draw. */
export function TextFilter({ filter, setFilter }: FilterProps) {
  const t = useT()
  const { documents } = useSlices('documents')
  const [listed, setListed] = useState<readonly VariorumDocument[]>([])
  const id = filter.documents?.[0]
  const chosen = id === undefined ? undefined : documents[id]
  const fill = () => {
    const { state, counts } = currentProject()
    setListed(annotatedTexts(state.documents, counts.documents))
  }
  const isListed = !chosen || listed.some((each) => each.id === chosen.id)
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
      {(isListed ? listed : [chosen, ...listed]).map((each) => (
        <option key={each.id} value={each.id}>
          {each.title}
        </option>
      ))}
    </select>
  )
}

const annotatedTexts = keepLast(
  (
    documents: Readonly<Record<DocumentId, VariorumDocument>>,
    counts: Readonly<Record<DocumentId, number>>
  ): readonly VariorumDocument[] =>
    Object.values(documents)
      .filter(({ id }) => counts[id])
      .sort(byTitle)
)
