import { ChevronLeft, ChevronRight } from 'lucide-react'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'

/** Leads from the columns that are shown to those that have no room beside them. */
export function TurnColumns({ step }: { readonly step: (by: 1 | -1) => void }) {
  const t = useT()
  const button = (by: 1 | -1) => {
    const name = t(by === 1 ? 'comparing.nextVersion' : 'comparing.versionBefore')
    const Icon = by === 1 ? ChevronRight : ChevronLeft
    return (
      <button
        type="button"
        className="icon-button"
        aria-label={name}
        title={`${name} (${keyLabel(by === 1 ? '>' : '<')})`}
        onClick={() => step(by)}
      >
        <Icon size={14} aria-hidden />
      </button>
    )
  }
  return (
    <span className="turn-columns">
      {button(-1)}
      {button(1)}
    </span>
  )
}
