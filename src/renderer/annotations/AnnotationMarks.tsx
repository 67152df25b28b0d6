import type { Annotation } from '../../shared/model/annotation'
import { themesOf } from '../../shared/model/codings'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { pathName, themeColour } from '../state/theme-names'
import { MarkSign } from '../ui/MarkSign'
import { Chip } from '../ui/ThemeDot'

interface Props {
  readonly annotation: Annotation
  /** In one line: without the themes that a theme lies under, and a sign for what is said of the wording. */
  readonly isShort?: boolean
}

/** The themes of an annotation, and what is said of its wording. */
export function AnnotationMarks({ annotation, isShort = false }: Props) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  return (
    <span className="chips">
      {themesOf(annotation).map((id) => (
        <Chip key={id} colour={themeColour(id)}>
          {isShort ? <span title={pathName(themes, id)}>{themes[id]?.name}</span> : pathName(themes, id)}
        </Chip>
      ))}
      {isShort && <MarkSign marks={annotation.quality} />}
      {(isShort ? [] : annotation.quality).map((mark) => (
        <span key={mark} className="badge">
          {t(`quality.${mark}`)}
        </span>
      ))}
    </span>
  )
}
