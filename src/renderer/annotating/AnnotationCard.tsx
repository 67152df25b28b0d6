import { Plus, Trash2, X } from 'lucide-react'
import { memo } from 'react'
import type { CitationWords } from '../../shared/excerpts/citation'
import { placeText } from '../../shared/excerpts/citation'
import { locatorOf } from '../../shared/excerpts/locator'
import { catalogues } from '../../shared/locales/catalogues'
import type { Annotation } from '../../shared/model/annotation'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject, useSlices } from '../state/project'
import { chooseAnnotation } from '../state/surface'
import { pathName, themeColour } from '../state/theme-names'
import { coloured } from '../ui/ThemeDot'
import { useAfterPaint } from '../ui/use-after-paint'
import { Words } from '../ui/Words'
import { MemoLinks } from '../writing/MemoLinks'
import { activate } from './active'
import { MemoField } from './MemoField'
import { PassageTools } from './PassageTools'
import { openPicker, removeAnnotation, removeCoding } from './passage-actions'
import { QualityMarks } from './QualityMarks'
import { useActiveId } from './target'

/** One annotation in the side panel, open for change. */
export const AnnotationCard = memo(function AnnotationCard({ annotation }: { annotation: Annotation }) {
  const t = useT()
  const { themes, info, documents } = useSlices('themes', 'info', 'documents')
  const text = useProject((project) => project.texts[annotation.document])
  const active = useAfterPaint(useActiveId() === annotation.id)
  const language = usePreferences((state) => state.language)
  const words: CitationWords = {
    ...catalogues[language].citation,
    renderings: catalogues[language].rendering
  }
  const severalCoders = Object.keys(info.coders).length > 1
  const place = text ? locatorOf(text.content, annotation.selector) : null
  const facts = [
    place ? placeText(place, words) : '',
    info.coders[annotation.coder]?.name ?? '',
    new Date(annotation.created).toLocaleDateString(language, { day: 'numeric', month: 'short' })
  ]
  return (
    <article className={active ? 'card on' : 'card'} data-annotation-card={annotation.id}>
      <button
        type="button"
        className="quote"
        lang={documents[annotation.document]?.language}
        onClick={() => activate(annotation)}
      >
        <Words text={annotation.selector.exact} />
      </button>
      <div className="chips">
        {annotation.codings.map((coding) => (
          <span
            key={`${coding.theme} ${coding.coder}`}
            className="chip"
            style={coloured(themeColour(coding.theme))}
          >
            <i className="dot" aria-hidden />
            <span title={pathName(themes, coding.theme)}>{themes[coding.theme]?.name}</span>
            {severalCoders && <small className="chip-coder">{info.coders[coding.coder]?.name}</small>}
            <button
              type="button"
              className="chip-remove"
              aria-label={t('annotation.removeTheme', { name: themes[coding.theme]?.name ?? '' })}
              onClick={() => void removeCoding(annotation, coding)}
            >
              <X size={11} aria-hidden />
            </button>
          </span>
        ))}
        <button
          type="button"
          className="chip add"
          onClick={(event) => {
            chooseAnnotation(annotation.id)
            openPicker(event.currentTarget.getBoundingClientRect())
          }}
        >
          <Plus size={11} aria-hidden />
          {t('annotation.addTheme')}
        </button>
      </div>
      {active && <QualityMarks annotation={annotation} />}
      {!active && annotation.quality.length > 0 && (
        <p className="quality-line">{annotation.quality.map((mark) => t(`quality.${mark}`)).join(' · ')}</p>
      )}
      <MemoField annotation={annotation} />
      {active && <MemoLinks text="" target={{ kind: 'passage', id: annotation.id }} />}
      <div className="cite">
        <span className="facts">{facts.filter(Boolean).join(' · ')}</span>
        {active && <PassageTools annotation={annotation} />}
        <button
          type="button"
          className="icon-button"
          aria-label={t('annotation.remove')}
          onClick={() => void removeAnnotation(annotation)}
        >
          <Trash2 size={13} aria-hidden />
        </button>
      </div>
    </article>
  )
})
