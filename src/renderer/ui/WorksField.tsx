import { X } from 'lucide-react'
import { useId } from 'react'
import type { WorkId } from '../../shared/model/ids'
import type { Work } from '../../shared/model/work'
import { byTitle } from '../../shared/text/natural-order'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'

/** The works that a text is a version of; each can be taken away, and others put beside it. */
export function WorksField({ own, change }: { own: readonly WorkId[]; change: (works: WorkId[]) => void }) {
  const t = useT()
  const id = useId()
  const works = useProject((project) => project.state.works)
  const others = Object.values<Work>(works)
    .filter((each) => !own.includes(each.id))
    .sort(byTitle)
  return (
    <div className="field works-field">
      <label htmlFor={id}>{t('metadata.work')}</label>
      <span className="chips">
        {own.map((work) => (
          <span key={work} className="chip">
            {works[work]?.title}
            <button
              type="button"
              className="chip-remove"
              aria-label={t('work.takeOut', { title: works[work]?.title ?? '' })}
              onClick={() => change(own.filter((each) => each !== work))}
            >
              <X size={11} aria-hidden />
            </button>
          </span>
        ))}
      </span>
      <select
        id={id}
        value=""
        onChange={({ target: { value } }) => value !== '' && change([...own, value as WorkId])}
      >
        <option value="">{own.length === 0 ? t('metadata.noWork') : t('metadata.anotherWork')}</option>
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>
    </div>
  )
}
