import { useCallback, useState } from 'react'
import type { ConcordanceView } from '../../shared/concordance/lines'
import { runCommand } from '../state/commands'
import { useT } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { GroupMenu } from './GroupMenu'
import { OrderMenu } from './OrderMenu'
import { SelectMenu } from './SelectMenu'
import { WordPage } from './WordPage'

const columns = ['whole', 'short', 'none'] as const

/** How the lines are sorted, put together and chosen, and what is shown of them. */
export function LineTools({ view }: { readonly view: ConcordanceView }) {
  const t = useT()
  const kept = usePreferences((state) => state.concordance)
  const hasWorks = useProject((project) => Object.keys(project.state.works).length > 0)
  const set = (patch: Partial<typeof kept>) => setPreferences({ concordance: { ...kept, ...patch } })
  const [isPage, setPage] = useState(false)
  const closePage = useCallback(() => setPage(false), [])
  if (view.hits === 0) return null
  return (
    <div className="line-tools">
      <OrderMenu />
      <GroupMenu />
      <SelectMenu />
      <span className="grow" />
      {hasWorks && (
        <button
          type="button"
          className={kept.parallel ? 'tool on' : 'tool'}
          aria-pressed={kept.parallel}
          onClick={() => set({ parallel: !kept.parallel })}
        >
          {t('concordance.parallel')}
        </button>
      )}
      <button type="button" className="tool" onClick={() => setPage(true)}>
        {t('concordance.page.open')}
      </button>
      {isPage && <WordPage close={closePage} />}
      <button type="button" className="tool" onClick={() => runCommand('app.export')}>
        {t('annotation.export')}
      </button>
      <label className="about-choice">
        <span>{t('concordance.about')}</span>
        <select
          value={kept.document}
          onChange={({ target }) =>
            set({ document: columns.find((each) => each === target.value) ?? 'whole' })
          }
        >
          {columns.map((each) => (
            <option key={each} value={each}>
              {t(`concordance.column.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
