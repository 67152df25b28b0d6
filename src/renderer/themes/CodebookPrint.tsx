import type { Group } from '../../shared/model/group'
import type { ThemeId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { useProject, useSlices } from '../state/project'
import { depthOf, orderedThemes, themeColour } from '../state/theme-names'
import { ThemeDot } from '../ui/ThemeDot'

/** The whole codebook on paper: it is there only while it is printed. */
export function CodebookPrint({ under }: { under: Readonly<Record<ThemeId, number>> }) {
  const t = useT()
  const { themes, groups, info } = useSlices('themes', 'groups', 'info')
  const counts = useProject((project) => project.counts.themes)
  return (
    <section className="codebook-print" aria-hidden>
      <h1>
        {info.name} – {t('codebook.title')}
      </h1>
      {orderedThemes(themes).map((theme) => {
        const own = counts[theme.id] ?? 0
        const all = under[theme.id] ?? own
        const lines: [string, string][] = [
          [t('codebook.definition'), theme.description],
          [t('codebook.inclusion'), theme.inclusion],
          [t('codebook.exclusion'), theme.exclusion],
          [t('codebook.example'), theme.example],
          [
            t('codebook.groups'),
            Object.values<Group>(groups)
              .filter((group) => group.themes.includes(theme.id))
              .map((group) => group.name)
              .join('; ')
          ],
          [t('codebook.own'), all > own ? `${own} (${t('codebook.below')}: ${all})` : String(own)]
        ]
        return (
          <article key={theme.id} style={{ marginLeft: depthOf(themes, theme.id) * 18 }}>
            <h2>
              <ThemeDot colour={themeColour(theme.id)} /> {theme.name}
            </h2>
            <dl>
              {lines
                .filter(([, said]) => said !== '')
                .map(([term, said]) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{said}</dd>
                  </div>
                ))}
            </dl>
          </article>
        )
      })}
    </section>
  )
}
