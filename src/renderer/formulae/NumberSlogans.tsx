import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { CandidateEntry, CountedFormula, NumberSlogan } from '../../shared/formulae/formula-answers'
import type { Formula } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import type { FormulaId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject, useSlices } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { setFacts } from './formula-acts'
import type { FormulaeDesk } from './formulae-desk'

interface Props {
  readonly desk: FormulaeDesk
  readonly counted: readonly CountedFormula[]
  /** Those that wait for a decision; null until the texts were looked through. */
  readonly candidates: readonly CandidateEntry[] | null
}

/** All number slogans: their members, what texts list behind them, and which lists disagree with the number. */
export function NumberSlogans({ desk, counted, candidates }: Props) {
  const t = useT()
  const { info } = useSlices('info')
  const changes = useProject((project) => project.changes)
  const [isOdd, setOdd] = useState(false)
  const { latest } = useAnswer('formulae.numbers', null, { again: changes })
  const counts = new Map<FormulaId, number>(counted.map(({ id, count }) => [id, count]))
  const size = ({ formula }: NumberSlogan) => counts.get(formula) ?? 0
  const shown = (latest ?? [])
    .filter(({ lists }) => !isOdd || lists.some((each) => each.isAtOdds))
    .toSorted((a, b) => size(b) - size(a))
  const found = (candidates ?? []).filter(({ kind }) => kind === 'number')
  const odd = (latest ?? []).filter(({ lists }) => lists.some((each) => each.isAtOdds)).length
  return (
    <article className="formula-page number-slogans">
      <header>
        <h1>{t('formulae.numbers')}</h1>
        <label className="check-label">
          <input type="checkbox" checked={isOdd} onChange={() => setOdd(!isOdd)} />
          {t('formulae.onlyOdd', { count: odd })}
        </label>
      </header>
      <p className="panel-hint">{t('formulae.numbersHint')}</p>
      {latest && shown.length === 0 && <p className="panel-hint">{t('formulae.noneOfKind')}</p>}
      <ul>
        {shown.map((slogan) => {
          const formula = info.formulae[slogan.formula]
          return (
            formula && (
              <Slogan
                key={slogan.formula}
                desk={desk}
                slogan={slogan}
                formula={formula}
                count={counts.get(formula.id) ?? 0}
              />
            )
          )
        })}
      </ul>
      <h2 className="formulae-head">
        {t('formulae.found')} {candidates && <span>{found.length}</span>}
      </h2>
      {candidates === null && (
        <button type="button" className="button" onClick={() => void desk.find()}>
          {t('formulae.find')}
        </button>
      )}
      <ul className="slogans-found">
        {found.map(({ key, words, language, count }) => (
          <li key={key}>
            <button type="button" onClick={() => desk.choose({ kind: 'candidate', key })}>
              <span lang={language}>{words}</span> <span className="number">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </article>
  )
}

interface SloganProps {
  readonly desk: FormulaeDesk
  readonly slogan: NumberSlogan
  readonly formula: Formula
  readonly count: number
}

function Slogan({ desk, slogan: { numbers, lists }, formula, count }: SloganProps) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const { id, members } = formula
  return (
    <li>
      <p className="slogan-head">
        <button
          type="button"
          lang={formula.forms.length > 0 ? 'zh' : 'en'}
          onClick={() => desk.choose({ kind: 'formula', id })}
        >
          {formulaName(formula)}
        </button>
        <span className="number">{numbers.join(' + ')}</span>
        <span className="number">{t('formulae.places', { count })}</span>
      </p>
      {members.length > 0 && (
        <p className="slogan-members" lang={/\p{Script=Han}/u.test(members.join('')) ? 'zh' : 'en'}>
          {members.join(' · ')}
        </p>
      )}
      {lists.length > 0 && (
        <ul className="slogan-lists">
          {lists.map(({ document, start, end, items, isAtOdds }) => {
            const own = documents[document]
            return (
              <li key={`${document} ${start}`} className={isAtOdds ? 'odd' : ''}>
                {isAtOdds && (
                  <span className="odd-sign">
                    <TriangleAlert size={13} aria-hidden />
                    {t('formulae.oddList', { count: items.length, numbers: numbers.join(' + ') })}
                  </span>
                )}
                <button
                  type="button"
                  className="slogan-list"
                  onClick={() => navigate({ name: 'reader', document, at: start, end })}
                >
                  <span lang={own?.language ?? ''}>{items.join(' · ')}</span>
                  <small>{[own?.published?.date, own?.title].filter(Boolean).join(' · ')}</small>
                </button>
                {members.join('\n') !== items.join('\n') && (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => void setFacts(formula, { members: [...items] }, { members })}
                  >
                    {t('formulae.asMembers')}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}
