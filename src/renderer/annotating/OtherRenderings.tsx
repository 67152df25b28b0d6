import type { Annotation } from '../../shared/model/annotation'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { carryToAll, offerOf } from './carry-to-versions'
import { RenderingOffer } from './RenderingOffer'

/** Changes that come one after another are asked about once. */
const pauseMs = 120

/**
 * What the other versions of the work say where an annotation stands: the words that answer it are offered to be
 * highlighted too. Its key names the passage: another one, another panel.
 */
export function OtherRenderings({ annotation }: { annotation: Annotation }) {
  const t = useT()
  const changes = useProject((project) => project.changes)
  const { document, id, selector } = annotation
  const { start, end } = selector
  const found =
    useAnswer(
      'compare.renderings',
      { document, passage: { start, end }, annotation: id },
      { again: changes, pauseMs: changes === 0 ? 0 : pauseMs }
    ).latest ?? []
  if (found.length === 0) return null
  const open = found.filter((each) => offerOf(each) !== null)
  return (
    <section className="card other-renderings">
      <h3>
        <span className="grow">{t('reader.otherRenderings')}</span>
        {open.length > 1 && (
          <button type="button" className="link" onClick={() => void carryToAll()}>
            {t('parallel.toAll')} <kbd>{keyLabel('t')}</kbd>
          </button>
        )}
      </h3>
      <dl className="renderings">
        {found.map((each) => (
          <RenderingOffer key={each.document} annotation={annotation} here={each} />
        ))}
      </dl>
    </section>
  )
}
