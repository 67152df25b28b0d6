import { Pin, PinOff } from 'lucide-react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'

interface Props {
  readonly document: VariorumDocument
  readonly base: boolean
  readonly makeBase: (id: DocumentId) => void
}

/** Marks the base's column; in another it makes that one the base. */
export function PinBase({ document, base, makeBase }: Props) {
  const t = useT()
  if (base)
    return (
      <span className="pin base-mark" title={t('compare.base')}>
        <Pin size={12} aria-label={t('compare.base')} />
      </span>
    )
  const make = t('compare.makeBase', { title: document.title })
  return (
    <button
      type="button"
      className="icon-button pin"
      onClick={() => makeBase(document.id)}
      aria-label={make}
      title={make}
    >
      <PinOff size={12} aria-hidden />
    </button>
  )
}
