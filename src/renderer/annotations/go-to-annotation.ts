import type { Annotation } from '../../shared/model/annotation'
import { navigate } from '../state/navigation'

/** Opens the text of an annotation at its passage. */
export function goToAnnotation({ document, id }: Annotation): void {
  navigate({ name: 'reader', document, annotation: id })
}
