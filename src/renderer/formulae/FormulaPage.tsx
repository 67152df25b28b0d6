import { useStore } from 'zustand'
import type { CountedFormula } from '../../shared/formulae/formula-answers'
import type { Formula } from '../../shared/model/formula'
import { renderingsOf } from '../../shared/model/formula-name'
import { useT } from '../state/i18n'
import { FormulaDrift } from './FormulaDrift'
import { FormulaFields } from './FormulaFields'
import { FormulaHead } from './FormulaHead'
import { FormulaPlaces } from './FormulaPlaces'
import type { FormulaeDesk } from './formulae-desk'
import { Proposals } from './Proposals'
import { Decision, RenderingList } from './RenderingList'

interface Props {
  readonly desk: FormulaeDesk
  readonly formula: Formula
  /** Null until the texts were searched. */
  readonly counted: CountedFormula | null
}

/** One formula: what it is, its renderings with shares, those that are proposed, their course, where it stands. */
export function FormulaPage({ desk, formula, counted }: Props) {
  const { isEditing, places } = useStore(desk.store)
  return (
    <article className="formula-page">
      <div className="formula-main">
        {isEditing ? (
          <FormulaFields desk={desk} formula={formula} />
        ) : (
          <FormulaHead desk={desk} formula={formula} counted={counted} />
        )}
        <RenderingList desk={desk} formula={formula} counted={counted} shown={places} />
        <Proposals desk={desk} formula={formula} />
        <Rejected desk={desk} formula={formula} />
        <FormulaDrift desk={desk} formula={formula} counted={counted} />
      </div>
      <div className="formula-beside">
        <FormulaPlaces desk={desk} formula={formula} shown={places} />
      </div>
    </article>
  )
}

function Rejected({ desk, formula }: Pick<Props, 'desk' | 'formula'>) {
  const t = useT()
  const rejected = renderingsOf(formula).filter(({ status }) => status === 'rejected')
  if (rejected.length === 0) return null
  return (
    <details className="formula-rejected">
      <summary>
        {t('formulae.rejected')} <span className="number">{rejected.length}</span>
      </summary>
      <ul>
        {rejected.map((each) => (
          <li key={each.id}>
            <q lang={each.language}>{each.words}</q>
            <Decision desk={desk} formula={formula} rendering={each} />
          </li>
        ))}
      </ul>
    </details>
  )
}
