import { Link2 } from 'lucide-react'
import type { ListedAnnotation } from '../../shared/ipc/answers'
import { plainMemo } from '../../shared/memos/links'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { AnnotationMarks } from './AnnotationMarks'
import { goToAnnotation } from './go-to-annotation'
import { InSentence } from './InSentence'
import { rowsByHeading } from './rows-by-heading'
import type { Ticked } from './use-annotation-pages'

/** Annotations as cards, in as many columns as there is room for, under their headings. */
export function AnnotationCards({
  rows,
  ticked
}: {
  readonly rows: readonly ListedAnnotation[]
  readonly ticked: Ticked
}) {
  const t = useT()
  return rowsByHeading(rows).map(({ heading, rows: own }) => (
    <section key={heading?.at ?? 0}>
      {heading && <h2 className="annotation-heading">{heading.words}</h2>}
      <ul className="annotation-list" aria-label={heading?.words ?? t('annotation.list')}>
        {own.map((each, index) => (
          <Card
            key={each.annotation.id}
            listed={each}
            partner={isPartner(own[index - 1], each)}
            ticked={ticked.ids.has(each.annotation.id)}
            toggle={() => ticked.toggle(each.annotation.id)}
          />
        ))}
      </ul>
    </section>
  ))
}

interface CardProps {
  readonly listed: ListedAnnotation
  /** Parallel with the one above it. */
  readonly partner: boolean
  readonly ticked: boolean
  readonly toggle: () => void
}

function Card({ listed, partner, ticked, toggle }: CardProps) {
  const t = useT()
  const { documents, info } = useSlices('documents', 'info')
  const { annotation, place, settled } = listed
  const document = documents[annotation.document]
  return (
    <li
      data-annotation={annotation.id}
      data-of={annotation.document}
      className={[ticked && 'ticked', partner && 'partner'].filter(Boolean).join(' ')}
    >
      {partner && <Link2 size={13} aria-label={t('annotation.withPartner')} />}
      <input
        type="checkbox"
        aria-label={t('annotation.select', { quote: annotation.selector.exact.slice(0, 60) })}
        checked={ticked}
        onChange={toggle}
      />
      <button type="button" title={t('annotation.goTo')} onClick={() => goToAnnotation(annotation)}>
        <InSentence listed={listed} language={document?.language} />
        {annotation.memo && <span className="memo-text">{plainMemo(annotation.memo)}</span>}
        <AnnotationMarks annotation={annotation} />
        <span className="cite">
          {!settled && <span className="badge">{t('revise.unsettled')}</span>}
          {[
            document?.title,
            document && document.rendering !== 'unknown' && t(`rendering.${document.rendering}`),
            document?.published?.date,
            place,
            info.coders[annotation.coder]?.name
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </li>
  )
}

function isPartner(above: ListedAnnotation | undefined, { annotation }: ListedAnnotation): boolean {
  return annotation.parallel !== null && above?.annotation.parallel === annotation.parallel
}
