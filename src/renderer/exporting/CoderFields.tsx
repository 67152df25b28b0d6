import type { CoderId } from '../../shared/model/ids'
import type { Coder } from '../../shared/model/project'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'

/** Whose codings: everybody's, or those of some. Where one person works alone nothing is asked. */
export function CoderFields({
  coders,
  set
}: {
  coders: readonly CoderId[] | null
  set: (coders: CoderId[] | null) => void
}) {
  const t = useT()
  const all = useProject((project) => project.state.info.coders)
  const ids = Object.values<Coder>(all).map(({ id }) => id)
  if (ids.length < 2) return null
  const chosen = coders ?? ids
  const toggle = (id: CoderId, on: boolean) => {
    const next = ids.filter((each) => (each === id ? on : chosen.includes(each)))
    if (next.length > 0) set(next.length === ids.length ? null : next)
  }
  return (
    <fieldset className="export-checks">
      <legend>{t('export.option.coders')}</legend>
      {ids.map((id) => (
        <label key={id} className="check-label">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => toggle(id, target.checked)}
          />
          {all[id]?.name}
        </label>
      ))}
    </fieldset>
  )
}
