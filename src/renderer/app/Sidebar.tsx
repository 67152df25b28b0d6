import { type CSSProperties, useMemo, useRef } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { WorkId } from '../../shared/model/ids'
import { groupByWork } from '../../shared/model/versions'
import { toldApart } from '../../shared/text/told-apart'
import { keyLabel } from '../state/commands'
import { goToExport } from '../state/export-source'
import { useT } from '../state/i18n'
import { navigate, type RouteName, useNavigation } from '../state/navigation'
import { useProject, useSlices } from '../state/project'
import { depthOf, orderedThemes, themeColour } from '../state/theme-names'
import { ThemeDot } from '../ui/ThemeDot'
import { useWindowed } from '../ui/use-windowed'
import { useCountsUnder } from './use-counts-under'

/** The left panel: the project, its places, its texts by work, its themes. */
export function Sidebar() {
  const t = useT()
  const name = useProject((project) => project.state.info.name)
  const count = useProject((project) => Object.keys(project.state.documents).length)
  return (
    <nav className="side" aria-label={t('shell.places')}>
      <div className="brand">
        Variorum
        <small>
          {name} · {t('shell.textCount', { count })}
        </small>
      </div>
      <div className="places">
        <PlaceLink name="library" digit="1" run={() => navigate({ name: 'library' })} />
        <PlaceLink name="annotations" digit="2" run={() => navigate({ name: 'annotations', filter: {} })} />
        <PlaceLink name="themes" digit="3" run={() => navigate({ name: 'themes' })} />
        <PlaceLink name="concordance" digit="4" run={() => navigate({ name: 'concordance' })} />
        <PlaceLink name="memos" digit="5" run={() => navigate({ name: 'memos' })} />
        <PlaceLink name="export" digit="6" run={() => goToExport()} />
        <PlaceLink name="quotations" digit="7" run={() => navigate({ name: 'quotations' })} />
        <PlaceLink name="formulae" digit="8" run={() => navigate({ name: 'formulae' })} />
        <PlaceLink name="recycled" digit="9" run={() => navigate({ name: 'recycled' })} />
      </div>
      <TextTree />
      <ThemeList />
    </nav>
  )
}

function PlaceLink({
  name,
  digit,
  run
}: {
  name: Exclude<RouteName, 'reader' | 'compare'>
  digit: string
  run: () => void
}) {
  const t = useT()
  const on = useNavigation((state) => state.place.name === name)
  return (
    <button
      type="button"
      className={on ? 'on' : ''}
      aria-current={on ? 'page' : undefined}
      onClick={run}
      title={keyLabel(`Mod+${digit}`)}
    >
      {t(`place.${name}`)}
      <kbd aria-hidden>{keyLabel(`Mod+${digit}`)}</kbd>
    </button>
  )
}

const rowHeight = 30

/** A short list needs no more room than it has rows. */
function rowsOf(count: number): CSSProperties {
  return { '--rows': count } as CSSProperties
}

function TextTree() {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const counts = useProject((project) => project.counts.documents)
  const place = useNavigation((state) => state.place)
  const groups = useMemo(() => {
    return groupByWork(Object.values<VariorumDocument>(documents), (id) => works[id])
  }, [documents, works])
  // Beside one another titles are cut where they are still the same.
  const apart = useMemo(() => {
    const alone = groups.flatMap(({ work, members }) => (work === null ? members : []))
    const names = toldApart(alone.map(({ title }) => title))
    return new Map(alone.map(({ id }, index) => [id, names[index]]))
  }, [groups])
  const open: readonly WorkId[] =
    place.name === 'compare'
      ? [place.work]
      : place.name === 'reader'
        ? (documents[place.document]?.works ?? [])
        : []
  const list = useRef<HTMLUListElement>(null)
  const { indices, before, after } = useWindowed(groups.length, () => rowHeight, list)
  if (groups.length === 0) return null
  return (
    <section style={rowsOf(groups.length)}>
      <h2>{t('shell.texts')}</h2>
      <ul ref={list} className="tree" data-scroller>
        {before > 0 && <li aria-hidden style={{ height: before }} />}
        {indices
          .flatMap((index) => groups[index] ?? [])
          .map(({ members, work }) => (
            <li key={work?.id ?? members[0]?.id}>
              {work !== null && (
                <button
                  type="button"
                  className={place.name === 'compare' && place.work === work.id ? 'work on' : 'work'}
                  onClick={() => navigate({ name: 'compare', work: work.id })}
                >
                  <span className="grow">{work.title}</span>
                  <span className="number">{members.length}</span>
                </button>
              )}
              {(work === null || open.includes(work.id)) &&
                members.map((document) => {
                  const on = place.name === 'reader' && place.document === document.id
                  return (
                    <button
                      type="button"
                      key={document.id}
                      data-menu-text={document.id}
                      className={`${work === null ? 'alone' : 'version'}${on ? ' on' : ''}`}
                      aria-current={on ? 'page' : undefined}
                      title={document.title}
                      onClick={() => navigate({ name: 'reader', document: document.id })}
                    >
                      {work !== null && <span className="badge">{document.language}</span>}
                      <span className="grow">
                        {work === null
                          ? (apart.get(document.id) ?? document.title)
                          : shortName(document, members)}
                      </span>
                      <span className="number">{counts[document.id] ?? ''}</span>
                    </button>
                  )
                })}
            </li>
          ))}
        {after > 0 && <li aria-hidden style={{ height: after }} />}
      </ul>
    </section>
  )

  /** Of what kind a version is; its title where that is not known, or there are two of a kind. */
  function shortName(
    { id, rendering, language, title }: VariorumDocument,
    members: readonly VariorumDocument[]
  ): string {
    const twin = members.some(
      (each) => each.id !== id && each.rendering === rendering && each.language === language
    )
    if (!twin && rendering !== 'unknown') return t(`rendering.${rendering}`)
    const names = toldApart(members.map((each) => each.title))
    return names[members.findIndex((each) => each.id === id)] ?? title
  }
}

function ThemeList() {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const counts = useProject((project) => project.counts.themes)
  const ordered = useMemo(() => orderedThemes(themes), [themes])
  const { under, isExact } = useCountsUnder(themes, counts)
  if (ordered.length === 0) return null
  return (
    <section style={rowsOf(ordered.length)}>
      <h2>{t('shell.themes')}</h2>
      <ul className="tree">
        {ordered.map(({ id, name, description }) => {
          const own = counts[id] ?? 0
          const all = under[id] ?? 0
          return (
            <li key={id}>
              <button
                type="button"
                data-menu-theme={id}
                style={{ paddingLeft: 10 + depthOf(themes, id) * 14 }}
                title={description}
                onClick={() => navigate({ name: 'annotations', filter: { themes: [id] } })}
              >
                <ThemeDot colour={themeColour(id)} />
                <span className="grow">{name}</span>
                {all > own ? (
                  <span className="number" title={t(isExact ? 'shell.themeCounts' : 'shell.themeUses')}>
                    {own} · {all}
                  </span>
                ) : (
                  <span className="number">{own || ''}</span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
