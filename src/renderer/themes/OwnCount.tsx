import type { ThemeId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'

/** How many annotations carry a theme, with and without those below it, and the way to them. */
export function OwnCount({ theme, under }: { theme: ThemeId; under: number }) {
  const t = useT()
  const own = useProject((project) => project.counts.themes[theme] ?? 0)
  return (
    <>
      <p className="panel-hint">
        {t('themes.own', { count: own })}
        {under > own && `, ${t('themes.withBelow', { count: under })}`}
      </p>
      <button
        type="button"
        className="button"
        disabled={under === 0 && own === 0}
        onClick={() => navigate({ name: 'annotations', filter: { themes: [theme] } })}
      >
        {t('themes.show')}
      </button>
    </>
  )
}
