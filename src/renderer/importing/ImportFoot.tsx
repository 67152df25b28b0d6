import { useT } from '../state/i18n'
import type { MetadataProblem } from '../ui/metadata-problem'
import { readyTold } from './import-outcome'

/** A field of a text that cannot come in as it stands. */
export interface Fault {
  readonly key: string
  readonly name: string
  readonly problem: MetadataProblem<'work'>
}

interface Props {
  /** How many texts are ticked, and how many sidecars speak of one. */
  readonly wanted: number
  readonly said: number
  /** Whether any file that was read could be ticked. */
  readonly isAnyReadable: boolean
  readonly faults: readonly Fault[]
  readonly show: (fault: Fault) => void
}

/** What would come in now; or what stands in the way, with the way there. */
export function ImportState({ wanted, said, isAnyReadable, faults, show }: Props) {
  const t = useT()
  const [first] = faults
  if (first)
    return (
      <span className="grow import-state" role="status">
        {t('import.blocked', { count: faults.length })}{' '}
        <button type="button" className="link-button" onClick={() => show(first)}>
          {t('import.unfit', {
            name: first.name,
            field: t(`importField.${first.problem.field}`),
            problem: t(`import.problem.${first.problem.kind}`, { most: first.problem.most })
          })}
        </button>
      </span>
    )
  return (
    <span className="grow import-state" role="status">
      {wanted + said === 0 && isAnyReadable ? t('import.noneTicked') : readyTold(wanted, said)}
    </span>
  )
}
