import type { Annotation } from '../../shared/model/annotation'
import { themesOf } from '../../shared/model/codings'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { themeColour } from '../state/theme-names'
import { ThemeDot } from '../ui/ThemeDot'
import { Words } from '../ui/Words'
import { accept, choose, placeAtSelection, refuse, remove } from './review-anchors'

const contextLength = 32

/** One passage to settle: as it was, in its old context, and where it may be now. */
export function ReviewCard({
  annotation,
  current,
  readOnly
}: {
  annotation: Annotation
  current: boolean
  readOnly: boolean
}) {
  const t = useT()
  const { selector, proposal, document } = annotation
  const themes = themesOf(annotation)
  const text = useProject((project) => project.texts[document])
  const language = useProject((project) => project.state.documents[document]?.language)
  const selected = useSurface((state) => state.selection?.document === document)
  const names = useProject((project) => project.state.themes)
  const themeNames = themes.map((id) => names[id]?.name ?? '').join(', ')
  const whole = text?.text ?? ''
  return (
    <li className={current ? 'settle-card current' : 'settle-card'} aria-current={current} lang={language}>
      <button type="button" className="settle-open" onClick={() => choose(annotation)}>
        <ThemeDot colour={themeColour(themes[0])} />
        <span>{themeNames || t('annotation.noTheme')}</span>
        {proposal && <small>{t('revise.sure', { percent: Math.round(proposal.confidence * 100) })}</small>}
      </button>
      <dl>
        <dt>{t('revise.was')}</dt>
        <dd>
          <span className="context">{selector.prefix}</span>
          <mark>
            <Words text={selector.exact} />
          </mark>
          <span className="context">{selector.suffix}</span>
        </dd>
        {proposal && text && (
          <>
            <dt>{t('revise.now')}</dt>
            <dd>
              <span className="context">
                {whole.slice(Math.max(0, proposal.start - contextLength), proposal.start)}
              </span>
              <mark>{whole.slice(proposal.start, proposal.end)}</mark>
              <span className="context">{whole.slice(proposal.end, proposal.end + contextLength)}</span>
            </dd>
          </>
        )}
      </dl>
      {!proposal && <p className="panel-hint">{t('revise.orphaned')}</p>}
      {!readOnly && (
        <div className="settle-actions">
          {proposal && (
            <>
              <button type="button" className="button small primary" onClick={() => void accept(annotation)}>
                {t('revise.accept')} {current && <kbd>{keyLabel('y')}</kbd>}
              </button>
              <button type="button" className="button small" onClick={() => void refuse(annotation)}>
                {t('revise.refuse')} {current && <kbd>{keyLabel('n')}</kbd>}
              </button>
            </>
          )}
          <button
            type="button"
            className="button small"
            disabled={!selected}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void placeAtSelection(annotation)}
          >
            {t('revise.place')} {current && <kbd>{keyLabel('p')}</kbd>}
          </button>
          {!proposal && (
            <button type="button" className="button small" onClick={() => void remove(annotation)}>
              {t('revise.remove')}
            </button>
          )}
        </div>
      )}
    </li>
  )
}
