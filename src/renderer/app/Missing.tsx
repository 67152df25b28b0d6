import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'
import { navigate, type Route } from '../state/navigation'
import { currentProject, useProject } from '../state/project'
import { Empty } from '../ui/Empty'

type Missing = 'text' | 'work'

/** What a place is about that is not in the project, or no longer: deleted here or elsewhere, or its making undone. */
export function useMissing(place: Route): Missing | null {
  return useProject(({ state: { documents, works } }) => {
    if (place.name === 'reader') return documents[place.document] ? null : 'text'
    if (place.name === 'compare') return works[place.work] ? null : 'work'
    return null
  })
}

/** Stands in the place of a text or work that is gone, until it comes back. */
export function MissingPlace({ what }: { readonly what: Missing }) {
  const t = useT()
  const hint = currentProject().canRedo ? t('shell.goneHint', { key: keyLabel('Mod+Shift+Z') }) : undefined
  return (
    <div className="page">
      <Empty title={t(`shell.gone.${what}`)} {...(hint === undefined ? {} : { hint })}>
        <button type="button" className="button primary" onClick={() => navigate({ name: 'library' })}>
          {t('place.library')}
        </button>
      </Empty>
    </div>
  )
}
