import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Formula, FormulaLink } from '../../shared/model/formula'
import { formulaLinkKinds } from '../../shared/model/formula-kinds'
import { formulaName } from '../../shared/model/formula-name'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { setFacts } from './formula-acts'

/** How a formula stands to others: each link can be taken away, another one made. */
export function LinkRows({ formula }: { readonly formula: Formula }) {
  const t = useT()
  const list = useId()
  const { info } = useSlices('info')
  const [kind, setKind] = useState<FormulaLink['kind']>('partOf')
  const [typed, setTyped] = useState('')
  const { id, links } = formula
  const others = Object.values<Formula>(info.formulae).filter((each) => each.id !== id)
  const wanted = others.find((each) => formulaName(each) === typed.trim())
  const isNew = wanted && !links.some((each) => each.kind === kind && each.formula === wanted.id)
  const save = (next: FormulaLink[]) => setFacts(formula, { links: next }, { links })
  const add = async () => {
    if (isNew && (await save([...links, { kind, formula: wanted.id }]))) setTyped('')
  }
  return (
    <fieldset className="formula-links">
      <legend>{t('formulae.links')}</legend>
      <ul>
        {links.map((link) => {
          const other = info.formulae[link.formula]
          const name = other ? formulaName(other) : link.formula
          return (
            <li key={`${link.kind} ${link.formula}`}>
              {t(`formulae.link.${link.kind}`)} <b>{name}</b>
              <button
                type="button"
                className="icon-button"
                aria-label={t('formulae.unlink', { name })}
                onClick={() => void save(links.filter((each) => each !== link))}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
      <div className="formula-link-new">
        <select
          aria-label={t('formulae.linkKind')}
          value={kind}
          onChange={({ target }) =>
            setKind(formulaLinkKinds.find((each) => each === target.value) ?? 'partOf')
          }
        >
          {formulaLinkKinds.map((each) => (
            <option key={each} value={each}>
              {t(`formulae.link.${each}`)}
            </option>
          ))}
        </select>
        <input
          list={list}
          aria-label={t('formulae.linkTo')}
          placeholder={t('formulae.linkTo')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            void add()
          }}
        />
        <datalist id={list}>
          {others.map((each) => (
            <option key={each.id} value={formulaName(each)}>
              {each.gloss}
            </option>
          ))}
        </datalist>
        <button type="button" className="button" disabled={!isNew} onClick={() => void add()}>
          <Plus size={13} aria-hidden />
          {t('formulae.addLink')}
        </button>
      </div>
    </fieldset>
  )
}
