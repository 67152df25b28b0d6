import { PanelLeft, PanelRight } from 'lucide-react'
import { keyLabel, runCommand } from '../state/commands'
import { useT, useWords } from '../state/i18n'
import { navigate, type Route } from '../state/navigation'
import { useSlices } from '../state/project'
import { AppearanceMenu } from './AppearanceMenu'
import { BarTools } from './BarTools'

/** The bar over a place: where one is, and what can be done there. */
export function TopBar({ place }: { place: Route }) {
  const t = useT()
  const words = useWords()
  const { documents, works } = useSlices('documents', 'works')
  const document = place.name === 'reader' ? documents[place.document] : undefined
  const work =
    place.name === 'compare' ? works[place.work] : document?.works[0] ? works[document.works[0]] : undefined
  const isText = place.name === 'reader' || place.name === 'compare'
  return (
    <header className="bar">
      <button
        type="button"
        className="icon-button"
        aria-label={words.command['app.sidebar']}
        title={keyLabel('Mod+B')}
        onClick={() => runCommand('app.sidebar')}
      >
        <PanelLeft size={16} aria-hidden />
      </button>
      <BarTools reading={place.name === 'reader'} />
      <nav className="crumbs" aria-label={t('shell.texts')}>
        {isText && (
          <button type="button" className="home" onClick={() => navigate({ name: 'library' })}>
            {t('place.library')}
          </button>
        )}
        {work && document && (
          <button
            type="button"
            title={work.title}
            onClick={() => navigate({ name: 'compare', work: work.id })}
          >
            {work.title}
          </button>
        )}
        <h1 title={document?.title ?? work?.title}>
          {place.name === 'compare'
            ? (work?.title ?? t('shell.gone.work'))
            : document
              ? work && document.rendering !== 'unknown'
                ? t(`rendering.${document.rendering}`)
                : document.title
              : t(`place.${place.name}`)}
        </h1>
      </nav>
      <span className="grow" />
      {place.name === 'library' && (
        <>
          <button type="button" className="bar-button" onClick={() => runCommand('app.import')}>
            {words.command['app.import']} <kbd>{keyLabel('Mod+I')}</kbd>
          </button>
          <button type="button" className="bar-button" onClick={() => runCommand('app.export')}>
            {words.command['app.export']} <kbd>{keyLabel('Mod+E')}</kbd>
          </button>
        </>
      )}
      {document && document.works.length > 0 && (
        <button type="button" className="bar-button" onClick={() => runCommand('reader.compare')}>
          {t('reader.compare')} <kbd>{keyLabel('Mod+Shift+C')}</kbd>
        </button>
      )}
      <button
        type="button"
        className="bar-button palette-button"
        onClick={() => runCommand('app.palette')}
        aria-label={`${words.command['app.palette']} (${keyLabel('Mod+K')})`}
      >
        <kbd>{keyLabel('Mod+K')}</kbd>
      </button>
      <AppearanceMenu />
      {isText && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.command['app.aside']}
          title={keyLabel('Mod+Shift+B')}
          onClick={() => runCommand('app.aside')}
        >
          <PanelRight size={16} aria-hidden />
        </button>
      )}
    </header>
  )
}
