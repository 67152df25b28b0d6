import { useStore } from 'zustand'
import type { Grouping } from '../../shared/concordance/trail'
import { useT, useWords } from '../state/i18n'
import { concordance } from './concordance-desk'
import { Pop } from './ToolPopover'
import { grouping, groupingOf, taken } from './trail-walk'
import { useAttributeNames, useFactValues } from './use-attribute-names'
import { useStepNames } from './use-step-name'

const facts = ['form', 'document', 'year', 'language', 'kind', 'publisher', 'theme'] as const

/** The kinds of versions whose words can be asked for; what is not known to be one is none. */
const versionKinds = ['source', 'official', 'unofficial', 'machine'] as const

/** What lines are put together by. */
export function GroupMenu() {
  const t = useT()
  const names = useStepNames()
  const attributes = useAttributeNames()
  const { rendering } = useWords()
  const there = useFactValues('kind')
  const kinds = versionKinds.filter((kind) => there.includes(kind))
  const walk = useStore(concordance.store, (state) => state.walk)
  const groups = useStore(concordance.store, (state) => state.view?.groups ?? null)
  const now = groupingOf(walk)
  const set = (by: Grouping | null) => void concordance.arrange(taken(walk, grouping(by)))
  const option = (by: Grouping, name = names.grouping(by)) => {
    const isOn = now !== null && JSON.stringify(now) === JSON.stringify(by)
    return (
      <button
        key={name}
        type="button"
        className={isOn ? 'tool on' : 'tool'}
        aria-pressed={isOn}
        onClick={() => set(isOn ? null : by)}
      >
        {name}
      </button>
    )
  }
  const patterns = (side: 'left' | 'right') => (
    <div className="pop-row" role="group" aria-label={t(`concordance.group.${side}Words`)}>
      <span className="pop-name">{t(`concordance.group.${side}Words`)}</span>
      {[1, 2, 3].map((size) => option({ by: 'pattern', side, size }, String(size)))}
    </div>
  )
  const said = now === null ? t('common.none') : names.grouping(now)
  return (
    <Pop
      name={`${t('concordance.groupBy')}: ${said}`}
      isSet={now !== null}
      label={
        <>
          {t('concordance.groupBy')} <b>{said}</b>
        </>
      }
    >
      {patterns('left')}
      {patterns('right')}
      <div className="pop-row">
        {facts.map((by) => option({ by }))}
        {option({ by: 'answer', version: null })}
      </div>
      {kinds.length > 1 && (
        <div className="pop-row" role="group" aria-label={t('concordance.group.answerOf')}>
          <span className="pop-name">{t('concordance.group.answerOf')}</span>
          {kinds.map((kind) => option({ by: 'answer', version: null, kind }, rendering[kind]))}
        </div>
      )}
      {attributes.length > 0 && (
        <div className="pop-row" role="group" aria-label={t('concordance.group.attributes')}>
          <span className="pop-name">{t('concordance.group.attributes')}</span>
          {attributes.map((name) => option({ by: 'attribute', name }))}
        </div>
      )}
      <div className="pop-row">
        {groups && groups.length > 0 && (
          <>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                concordance.fold(
                  groups.map(({ key }) => key),
                  true
                )
              }
            >
              {t('concordance.foldAll')}
            </button>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                concordance.fold(
                  groups.map(({ key }) => key),
                  false
                )
              }
            >
              {t('concordance.unfoldAll')}
            </button>
          </>
        )}
        <span className="grow" />
        {now !== null && (
          <button type="button" className="link-button" onClick={() => set(null)}>
            {t('concordance.stepUngroup')}
          </button>
        )}
      </div>
    </Pop>
  )
}
