import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ProposedRendering } from '../../shared/formulae/formula-answers'
import type { Formula } from '../../shared/model/formula'
import { useT } from '../state/i18n'
import { evidenceText } from './evidence-text'
import { FormulaLinesList } from './FormulaLinesList'
import { decide } from './formula-acts'
import type { FormulaeDesk } from './formulae-desk'
import { proposalsLeft } from './undecided'

/** From here on many are offered to be accepted at once. */
const sure = 0.9

/** Renderings that were found and that nobody has decided on, with what speaks for the one that is marked. */
export function Proposals({ desk, formula }: { readonly desk: FormulaeDesk; readonly formula: Formula }) {
  const t = useT()
  const { proposals: all, marked: key } = useStore(desk.store)
  const proposals = useMemo(() => proposalsLeft(all, formula), [all, formula])
  const surest = proposals?.filter(({ probability }) => probability >= sure) ?? []
  const marked = proposals?.find((each) => each.key === key) ?? proposals?.[0]
  return (
    <>
      <h2 className="formulae-head">
        {t('formulae.proposed')} {proposals && <span>{proposals.length}</span>}
      </h2>
      {proposals === null && (
        <p className="panel-hint" role="status">
          {t('formulae.proposing')}
        </p>
      )}
      {proposals?.length === 0 && <p className="panel-hint">{t('formulae.noProposals')}</p>}
      {proposals && proposals.length > 0 && (
        <>
          <ul className="formula-proposals">
            {proposals.map((each) => (
              <Row
                key={each.key}
                desk={desk}
                formula={formula.id}
                proposal={each}
                isMarked={each === marked}
                mark={() => desk.set({ marked: each.key })}
              />
            ))}
          </ul>
          {surest.length > 1 && (
            <button
              type="button"
              className="button"
              onClick={() => void decide(desk, formula.id, surest, 'accepted')}
            >
              {t('formulae.acceptSure', { count: surest.length })}
            </button>
          )}
          {marked && <Evidence proposal={marked} />}
        </>
      )}
    </>
  )
}

interface RowProps {
  readonly desk: FormulaeDesk
  readonly formula: Formula['id']
  readonly proposal: ProposedRendering
  readonly isMarked: boolean
  readonly mark: () => void
}

function Row({ desk, formula, proposal, isMarked, mark }: RowProps) {
  const t = useT()
  const percent = Math.round(proposal.probability * 100)
  return (
    <li className={isMarked ? 'on' : ''}>
      <button type="button" className="words" aria-pressed={isMarked} onClick={mark}>
        <q lang="en">{proposal.words}</q>
      </button>
      <span className="likely">{t('formulae.likely', { percent })}</span>
      <span className="number">{proposal.count}</span>
      <button
        type="button"
        className="link-button"
        onClick={() => void decide(desk, formula, [proposal], 'accepted')}
      >
        {t('formulae.accept')} {isMarked && <kbd>y</kbd>}
      </button>
      <button
        type="button"
        className="link-button"
        onClick={() => void decide(desk, formula, [proposal], 'rejected')}
      >
        {t('formulae.reject')} {isMarked && <kbd>n</kbd>}
      </button>
    </li>
  )
}

function Evidence({ proposal }: { readonly proposal: ProposedRendering }) {
  const t = useT()
  return (
    <div className="formula-evidence">
      <ul>
        {evidenceText(proposal.evidence).map(({ text, value }) => (
          <li key={text}>
            {text}
            <i style={{ background: meter(value) }} aria-hidden />
          </li>
        ))}
      </ul>
      <FormulaLinesList lines={proposal.lines} />
      <p className="panel-hint">{t('formulae.hint')}</p>
    </div>
  )
}

/** A bar that is filled so far, 0 to 1. */
function meter(value: number): string {
  return `linear-gradient(to right, var(--focus) ${Math.round(value * 100)}%, var(--rule) 0)`
}
