import type { CorpusPart } from '../../shared/ipc/concordance-requests'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { CountedDocument } from './questions'

/** Whether a document is of a part of the corpus. */
export function isInPart(part: CorpusPart): (document: VariorumDocument) => boolean {
  const wanted = part.documents && new Set<DocumentId>(part.documents)
  return (document) => {
    const { id, language, rendering, publisher, published, attributes } = document
    if (wanted && !wanted.has(id)) return false
    if (
      part.language !== undefined &&
      language !== part.language &&
      !language.startsWith(`${part.language}-`)
    )
      return false
    if (part.kind !== undefined && rendering !== part.kind) return false
    if (part.publisher !== undefined && publisher !== part.publisher) return false
    if (part.attribute) {
      const { name, value } = part.attribute
      if ((Object.hasOwn(attributes, name) ? attributes[name] : '') !== value) return false
    }
    if (!part.years) return true
    const year = published ? Number(published.date.slice(0, 4)) : null
    const { from, to } = part.years
    return year !== null && (from === null || year >= from) && (to === null || year <= to)
  }
}

export function counted(document: VariorumDocument): CountedDocument {
  const { language, furniture } = document
  return { text: currentText(document), language, furniture }
}
