import { useMemo } from 'react'
import { useStore } from 'zustand'
import { formulaeNamed } from '../../shared/formulae/formulae-named'
import { phraseKey } from '../../shared/formulae/phrase-key'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useSlices } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { concordance } from './concordance-desk'
import { asked, formulaQuery, stepsFor } from './formula-query'

/** Where a query names a formula, or words of one: the other renderings, and how many more places they have. */
export function FormulaOffer() {
  const shown = useStore(concordance.store, (state) => state.shown?.query ?? '')
  const { info } = useSlices('info')
  const { formulae } = info
  const about = useMemo(() => asked(shown), [shown])
  const named = useMemo(() => (about ? formulaeNamed(formulae, about.name) : []), [about, formulae])
  if (!about || named.length === 0) return null
  return named
    .slice(0, 3)
    .map((formula) => (
      <Offer key={formula.id} formula={formula} words={about.kind === 'words' ? about.name : null} />
    ))
}

/** @param words those that are looked for; null where all renderings are. */
function Offer({ formula, words }: { readonly formula: Formula; readonly words: string | null }) {
  const t = useT()
  const { latest } = useAnswer('formulae.register', null, { again: formula })
  const counted = latest?.formulae.find(({ id }) => id === formula.id)
  const name = formulaName(formula)
  const key = words === null ? null : phraseKey(words)
  const others = Object.values<FormulaRendering>(formula.renderings).filter(
    (each) => each.status === 'accepted' && counted?.renderings[each.id] && phraseKey(each.words) !== key
  )
  const isForm = formula.forms.some((form) => phraseKey(form) === key)
  const places =
    others.reduce((sum, { id }) => sum + (counted?.renderings[id]?.count ?? 0), 0) +
    (isForm ? 0 : (counted?.forms.count ?? 0))
  return (
    <p className="formula-offer">
      {words === null
        ? t('concordance.formula.all', { name })
        : t(isForm ? 'concordance.formula.isForm' : 'concordance.formula.isRendering', { name })}{' '}
      {words !== null && places > 0 && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            const query = formulaQuery(name)
            concordance.open(query, concordance.state.settings, stepsFor(query), null)
          }}
        >
          {t('concordance.formula.renderings', { count: others.length })}
          {t('concordance.formula.places', { count: places })}
        </button>
      )}{' '}
      <button
        type="button"
        className="link-button"
        onClick={() => navigate({ name: 'formulae', formula: formula.id })}
      >
        {t('formulae.openEntry')}
      </button>
    </p>
  )
}
