import { createPortal } from 'react-dom'
import type { DocumentId } from '../../shared/model/ids'
import type { TextView } from '../editor/text-view'
import { Minimap } from './Minimap'

/** What stands beside the scroll bar and does not scroll with the text: it hangs in the frame of the place. */
export function Rail({ view, document: id }: { view: TextView; document: DocumentId }) {
  const frame = view.scroller?.parentElement
  return frame ? createPortal(<Minimap view={view} document={id} />, frame) : null
}
