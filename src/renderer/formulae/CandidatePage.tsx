import { useState } from 'react'
import type { CandidateEntry } from '../../shared/formulae/formula-answers'
import type { Formula } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { reasonText } from './evidence-text'
import { FormulaLinesList } from './FormulaLinesList'
import { acceptCandidate, dismissCandidate, mergeCandidate } from './formula-acts'
import type { FormulaeDesk } from './formulae-desk'

interface Props {
  readonly desk: FormulaeDesk
  readonly candidate: CandidateEntry
}

/** A phrase that waits for a decision: why it was found, where it stands, what can be made of it. */
export function CandidatePage({ desk, candidate }: Props) {
  const t = useT()
  const { info } = useSlices('info')
  const all = Object.values<Formula>(info.formulae).sort((a, b) =>
    formulaName(a).localeCompare(formulaName(b))
  )
  const same = all.find(({ forms }) => candidate.known !== null && forms.includes(candidate.known.form))
  const [into, setInto] = useState(same?.id ?? '')
  const target = all.find(({ id }) => id === into)
  const { words, language, kind, reasons, known, lines } = candidate
  return (
    <article className="formula-page">
      <header>
        <h1 lang={language}>{words}</h1>
        <p className="formula-kind">{t(`formulae.kind.${kind}`)}</p>
        <p className="formula-spread">
          {t('formulae.places', { count: candidate.count })}{' '}
          {t('formulae.texts', { count: candidate.documents })}
        </p>
      </header>
      {known && <p className="formula-gloss">{t('formulae.known', { ...known })}</p>}
      <ul className="formula-reasons">
        {reasons.map((reason) => (
          <li key={reason.why}>{reasonText(reason)}</li>
        ))}
      </ul>
      <div className="formula-decide">
        <button
          type="button"
          className="button primary"
          onClick={() => void acceptCandidate(desk, candidate)}
        >
          {t('formulae.makeFormula')} <kbd>y</kbd>
        </button>
        <button type="button" className="button" onClick={() => void dismissCandidate(desk, candidate)}>
          {t('formulae.dismiss')} <kbd>n</kbd>
        </button>
        {all.length > 0 && (
          <select
            aria-label={t('formulae.register')}
            value={into}
            onChange={(event) => setInto(all.find(({ id }) => id === event.target.value)?.id ?? '')}
          >
            <option value="">{t('formulae.register')}…</option>
            {all.map((each) => (
              <option key={each.id} value={each.id}>
                {formulaName(each)}
              </option>
            ))}
          </select>
        )}
        {target && (
          <button
            type="button"
            className="button"
            onClick={() => void mergeCandidate(desk, candidate, target)}
          >
            {t('formulae.addTo', { name: formulaName(target) })}
          </button>
        )}
      </div>
      <h2 className="formulae-head">{t('formulae.lines')}</h2>
      <FormulaLinesList lines={lines} />
    </article>
  )
}
