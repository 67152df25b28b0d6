import { useId } from 'react'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'
import type { CheckDesk, CheckDeskState } from './check-desk'

interface Props {
  readonly desk: CheckDesk
  readonly checking: CheckDeskState['checking']
  readonly open: () => void
}

/** Where a manuscript comes in: pasted, opened or dropped; and how far its check is. */
export function ManuscriptField({ desk, checking, open }: Props) {
  const t = useT()
  const id = useId()
  if (checking)
    return (
      <div className="page place check-waiting" role="status">
        <p>
          {checking.total === 0
            ? t('quotations.reading')
            : t('quotations.looking', { percent: Math.round((checking.done / checking.total) * 100) })}
        </p>
        <progress
          aria-label={t('quotations.title')}
          {...(checking.total > 0 ? { max: checking.total, value: checking.done } : {})}
        />
        <button type="button" className="button" onClick={() => desk.cancel()}>
          {t('common.cancel')}
        </button>
      </div>
    )
  return (
    <form
      className="page place check-paste"
      onSubmit={(event) => {
        event.preventDefault()
        void desk.check({ text: desk.pasted })
      }}
    >
      <p className="check-lead">{t('quotations.lead')}</p>
      <label className="visually-hidden" htmlFor={id}>
        {t('quotations.field')}
      </label>
      <textarea
        id={id}
        autoFocus
        spellCheck={false}
        placeholder={t('quotations.placeholder')}
        defaultValue={desk.pasted}
        onChange={({ target }) => {
          desk.pasted = target.value
        }}
      />
      <div className="check-actions">
        <button type="submit" className="button primary">
          {t('quotations.check')} <kbd>{keyLabel('Mod+Enter')}</kbd>
        </button>
        <button type="button" className="button" onClick={open}>
          {t('quotations.open')}
        </button>
        <span className="check-hint">{t('quotations.formats')}</span>
      </div>
      <p className="panel-hint">{t('quotations.leadMore')}</p>
    </form>
  )
}
