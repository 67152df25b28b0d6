import type { RestorePreview } from '../../shared/ipc/backup-answers'
import { useT } from '../state/i18n'

/** What restoring a backup would bring back, remove and change, by name. */
export function Differences({ preview }: { preview: RestorePreview }) {
  const t = useT()
  const { differences, total } = preview
  if (total === 0) return <p role="status">{t('backups.same')}</p>
  return (
    <div role="status" className="differences">
      <p>{t('backups.lead2')}</p>
      <ul>
        {differences.map(({ kind, change, id, name }) => (
          <li key={`${kind} ${id}`} data-change={change}>
            {t(`backups.change.${change}`)} <span className="badge">{t(`backups.kind.${kind}`)}</span>{' '}
            <q>{name.slice(0, 120)}</q>
          </li>
        ))}
      </ul>
      {total > differences.length && <p>{t('backups.andMore', { count: total - differences.length })}</p>}
    </div>
  )
}
