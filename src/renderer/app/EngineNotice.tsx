import { X } from 'lucide-react'
import { create } from 'zustand'
import { runCommand } from '../state/commands'
import { useT } from '../state/i18n'
import { useProjectStore } from '../state/project'

/** Whether the notice was put away; it comes again with the next start. */
const useDismissed = create(() => ({ dismissed: false }))

/** What there is to know of an Electron that is older than the one this build is made for; null where it is not. */
export function useEngineText(): { readonly what: string; readonly advice: string } | null {
  const t = useT()
  const engine = useProjectStore((store) => store.start?.oldEngine)
  if (!engine) return null
  const { running, wanted, supported, renews } = engine
  return {
    what: supported ? t('engine.older', { running, wanted }) : t('engine.unsupported', { running, wanted }),
    advice: renews ? t('engine.fetched') : t('engine.packaged')
  }
}

/**
 * Warns of a browser engine that is out of date.
 *
 * @param desk whether it stands on the desk, whose dialog says the rest; else it says all itself
 */
export function EngineNotice({ desk = false }: { desk?: boolean }) {
  const t = useT()
  const text = useEngineText()
  const dismissed = useDismissed((state) => state.dismissed)
  if (text === null || dismissed) return null
  return (
    <div className="notice engine-notice" role="status">
      <span className="grow">
        {text.what}
        {!desk && <small>{text.advice}</small>}
      </span>
      {desk && (
        <button type="button" className="link-button" onClick={() => runCommand('app.about')}>
          {t('about.heading')}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t('engine.dismiss')}
        title={t('engine.dismiss')}
        onClick={() => useDismissed.setState({ dismissed: true })}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  )
}
