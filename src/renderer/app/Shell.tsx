import { useEffect, useState } from 'react'
import { Library } from '../library/Library'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { type Route, useNavigation } from '../state/navigation'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { recall } from '../state/ui-state'
import { lazyView } from '../ui/lazy-view'
import { CommandPalette } from './CommandPalette'
import { type DialogName, Dialogs } from './Dialogs'
import { DropTarget } from './DropTarget'
import { EngineNotice } from './EngineNotice'
import { ErrorBoundary } from './ErrorBoundary'
import { ImportStrip } from './ImportStrip'
import { MissingPlace, useMissing } from './Missing'
import { ContextMenus } from './menu/ContextMenus'
import { Notices } from './Notices'
import { useOverlaySidebar } from './overlay-sidebar'
import { Sidebar } from './Sidebar'
import { StatusBar } from './StatusBar'
import { TopBar } from './TopBar'
import { useReadingStyle } from './use-reading-style'
import { useShellCommands } from './use-shell-commands'
import { useThemeColours } from './use-theme-colours'
import { useWindowTitle } from './use-window-title'
import { Walk } from './walk/Walk'

const Reader = lazyView(() => import('../reader/Reader').then((module) => module.Reader))
const Aside = lazyView(() => import('./Aside').then((module) => module.Aside))
const Compare = lazyView(() => import('../compare/Compare').then((module) => module.Compare))
const Annotations = lazyView(() => import('../annotations/Annotations').then((module) => module.Annotations))
const Themes = lazyView(() => import('../themes/Themes').then((module) => module.Themes))
const Memos = lazyView(() => import('../memos/Memos').then((module) => module.Memos))
const Export = lazyView(() => import('../exporting/Export').then((module) => module.Export))
const Formulae = lazyView(() => import('../formulae/Formulae').then((module) => module.Formulae))
const Recycled = lazyView(() => import('../recycled/Recycled').then((module) => module.Recycled))
const Quotations = lazyView(() => import('../quotations/Quotations').then((module) => module.Quotations))
const Concordance = lazyView(() => import('../concordance/Concordance').then((module) => module.Concordance))

/** What one goes to next is fetched once the first picture stands, so that nothing waits for it then. */
async function prepareNext(): Promise<void> {
  await Promise.all([Reader.prepare(), Aside.prepare()])
  await Compare.prepare()
}

/** The desk: places on the left, the text in the middle, what belongs to it on the right. */
export function Shell() {
  const t = useT()
  const place = useNavigation((state) => state.place)
  const { sidebar, aside } = usePreferences()
  const folder = useProject((project) => project.folder)
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const [palette, setPalette] = useState(false)
  const overlay = useOverlaySidebar((state) => state.shown)
  useEffect(() => useNavigation.subscribe(() => useOverlaySidebar.setState({ shown: false })), [])
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      void call('app.ready', null)
      requestIdleCallback(() => void prepareNext())
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  useThemeColours()
  useWindowTitle(place)
  useReadingStyle()
  useEffect(() => void recall(folder), [folder])
  useShellCommands(setDialog, setPalette)
  const besides = place.name === 'reader' || place.name === 'compare'
  return (
    <DropTarget>
      <div
        className={`shell${sidebar ? '' : ' no-sidebar'}${besides && aside ? '' : ' no-aside'}${overlay ? ' over' : ''}`}
        key={folder}
      >
        <a className="skip-link" href="#main">
          {t('common.skip')}
        </a>
        {(sidebar || overlay) && <Sidebar />}
        <main id="main">
          <TopBar place={place} />
          <div className="notices">
            <Notices />
            <EngineNotice desk />
          </div>
          <div className="place-frame">
            <ErrorBoundary key={JSON.stringify(keyOf(place))}>
              <PlaceView place={place} />
            </ErrorBoundary>
          </div>
          <StatusBar place={place} />
        </main>
        {besides && aside && <Aside place={place} />}
      </div>
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
      <Dialogs dialog={dialog} onClose={() => setDialog(null)} />
      <ContextMenus />
      <Walk />
      <ImportStrip key={`import ${folder}`} />
    </DropTarget>
  )
}

function PlaceView({ place }: { place: Route }) {
  const missing = useMissing(place)
  if (missing) return <MissingPlace what={missing} />
  switch (place.name) {
    case 'library':
      return <Library />
    case 'reader': {
      const { name: _, ...rest } = place
      return <Reader key={place.document} {...rest} visit={place} />
    }
    case 'compare':
      return <Compare key={place.work} work={place.work} {...(place.base ? { base: place.base } : {})} />
    case 'annotations':
      return <Annotations filter={place.filter} />
    case 'themes':
      return <Themes {...(place.theme ? { theme: place.theme } : {})} visit={place} />
    case 'memos':
      return <Memos {...(place.memo ? { memo: place.memo } : {})} visit={place} />
    case 'formulae':
      return <Formulae {...wantedFormula(place)} visit={place} />
    case 'recycled':
      return <Recycled passage={place.passage} visit={place} />
    case 'quotations':
      return <Quotations />
    case 'concordance':
      return (
        <Concordance
          {...(place.words ? { words: place.words } : {})}
          {...(place.query ? { query: place.query } : {})}
          isBack={place.isBack ?? false}
          visit={place}
        />
      )
    case 'export':
      return <Export source={place.source} sources={place.sources} />
  }
}

function wantedFormula({ formula, rendering }: Extract<Route, { readonly name: 'formulae' }>) {
  return { ...(formula && { formula }), ...(rendering && { rendering }) }
}

/** What makes a place another one; the rest changes within it. */
function keyOf(place: Route): readonly string[] {
  if (place.name === 'reader') return [place.name, place.document]
  return place.name === 'compare' ? [place.name, place.work] : [place.name]
}
