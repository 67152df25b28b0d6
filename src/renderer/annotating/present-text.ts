import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId } from '../../shared/model/ids'
import { currentProject, type ShownText } from '../state/project'
import { showError } from '../state/toasts'

/**
 * The text of a document for something to be put on it. Null, and told, while this window still shows an earlier state:
 * the offsets of what is selected are of that one, and other words stand there by now.
 */
export function presentText(id: DocumentId): ShownText | null {
  const { state, texts } = currentProject()
  const [document, text] = [state.documents[id], texts[id]]
  if (!document || !text) return null
  if (text.revision === currentText(document)) return text
  showError(appError('Conflict', 'documentChanged', { title: document.title }))
  return null
}
