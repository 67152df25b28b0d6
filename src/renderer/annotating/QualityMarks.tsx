import type { Annotation } from '../../shared/model/annotation'
import { qualityMarks } from '../../shared/model/quality-marks'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'
import { toggleQualityOf } from './passage-actions'

/** What is wrong with the wording of a passage, each a switch. They are apart from themes, so that retrieval can leave such passages out. */
export function QualityMarks({ annotation }: { annotation: Annotation }) {
  const t = useT()
  return (
    <fieldset className="quality-marks">
      <legend>{t('quality.heading')}</legend>
      {qualityMarks.map((mark, index) => {
        const on = annotation.quality.includes(mark)
        return (
          <button
            key={mark}
            type="button"
            className={on ? 'quality-mark on' : 'quality-mark'}
            aria-pressed={on}
            title={keyLabel(`Alt+${index + 1}`)}
            onClick={() => void toggleQualityOf(annotation, mark)}
          >
            {t(`quality.${mark}`)}
          </button>
        )
      })}
    </fieldset>
  )
}
