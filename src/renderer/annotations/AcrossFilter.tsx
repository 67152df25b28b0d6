import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { otherVersions } from '../../shared/model/versions'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import type { FilterProps } from './filter-props'

/** Coded here, not there: by any other version, or, where the list is of one text, by a certain one. */
export function AcrossFilter({ filter, setFilter }: FilterProps) {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const here = filter.documents?.[0] === undefined ? undefined : documents[filter.documents[0]]
  const versions = here
    ? otherVersions(Object.values<VariorumDocument>(documents), here, (id) => works[id])
    : []
  const name = ({ rendering, title }: VariorumDocument) => `${t(`rendering.${rendering}`)} – ${title}`
  const { across } = filter
  const value = across ? `${across.coded ? 'coded' : 'not'} ${across.in ?? ''}` : ''
  const choose = (chosen: string) => {
    const [how, id = ''] = chosen.split(' ')
    if (chosen === '') setFilter({ across: undefined })
    else setFilter({ across: { coded: how === 'coded', ...(id === '' ? {} : { in: id as DocumentId }) } })
  }
  return (
    <select
      aria-label={t('annotation.acrossVersions')}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t('annotation.acrossVersions')}</option>
      <option value="coded ">{t('annotation.codedThere')}</option>
      <option value="not ">{t('annotation.codedHereAlone')}</option>
      {versions.map((each) => (
        <option key={`coded ${each.id}`} value={`coded ${each.id}`}>
          {t('annotation.codedIn', { version: name(each) })}
        </option>
      ))}
      {versions.map((each) => (
        <option key={`not ${each.id}`} value={`not ${each.id}`}>
          {t('annotation.notCodedIn', { version: name(each) })}
        </option>
      ))}
    </select>
  )
}
