import { Pencil } from 'lucide-react'
import { Fragment } from 'react'
import type { CountedFormula } from '../../shared/formulae/formula-answers'
import type { Formula, FormulaLink } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import type { FormulaId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useSlices } from '../state/project'
import { addMemo } from '../writing/add-memo'
import { MarkdownView } from '../writing/MarkdownView'
import type { FormulaeDesk } from './formulae-desk'

interface Props {
  readonly desk: FormulaeDesk
  readonly formula: Formula
  readonly counted: CountedFormula | null
}

/** What a formula is: its name and sound, its kind, what it belongs to, what it means. */
export function FormulaHead({ desk, formula, counted }: Props) {
  const t = useT()
  const { kind, pinyin, gloss, forms, members, memo } = formula
  return (
    <>
      <header>
        <h1 lang={forms.length > 0 ? 'zh' : 'en'}>{formulaName(formula)}</h1>
        <button
          type="button"
          className="button"
          aria-keyshortcuts="e"
          onClick={() => desk.set({ isEditing: true })}
        >
          <Pencil size={13} aria-hidden />
          {t('formulae.edit')} <kbd>e</kbd>
        </button>
        {pinyin !== '' && <p className="formula-pinyin">{pinyin}</p>}
        {forms.length > 1 && (
          <p className="formula-forms" lang="zh">
            {forms.slice(1).join(' · ')}
          </p>
        )}
        <p className="formula-kind">
          {t(`formulae.kind.${kind}`)}
          <Links desk={desk} formula={formula} />
        </p>
        {counted && (
          <p className="formula-spread">
            {t('formulae.places', { count: counted.count })}{' '}
            {t('formulae.texts', { count: counted.documents })}
          </p>
        )}
      </header>
      {gloss !== '' && <p className="formula-gloss">{gloss}</p>}
      {members.length > 0 && (
        <>
          <h2 className="formulae-head">
            {t('formulae.members')} <span>{members.length}</span>
          </h2>
          <ol className="formula-members">
            {members.map((member) => (
              <li key={member} lang={/\p{Script=Han}/u.test(member) ? 'zh' : 'en'}>
                {member}
              </li>
            ))}
          </ol>
        </>
      )}
      {memo !== '' && (
        <div className="formula-memo">
          <MarkdownView text={memo} />
        </div>
      )}
      <Memos formula={formula} />
    </>
  )
}

/** What it is part of, what it took the place of, what stands beside it; and what says so of it. */
function Links({ desk, formula }: Pick<Props, 'desk' | 'formula'>) {
  const t = useT()
  const { info } = useSlices('info')
  const all = Object.values<Formula>(info.formulae)
  const own = formula.links.map(({ kind, formula: to }) => ({ says: t(`formulae.link.${kind}`), to }))
  const others = all.flatMap(({ id, links }) =>
    links
      .filter((link: FormulaLink) => link.formula === formula.id)
      .map(({ kind }) => ({ says: t(`formulae.linkBack.${kind}`), to: id }))
  )
  return [...own, ...others].map(({ says, to }) => {
    const other = info.formulae[to as FormulaId]
    return (
      other && (
        <Fragment key={`${says} ${to}`}>
          {' · '}
          {says}{' '}
          <button
            type="button"
            className="link-button"
            lang={other.forms.length > 0 ? 'zh' : 'en'}
            onClick={() => desk.choose({ kind: 'formula', id: other.id })}
          >
            {formulaName(other)}
          </button>
        </Fragment>
      )
    )
  })
}

/** Memos of the project that are about its words. */
function Memos({ formula }: { readonly formula: Formula }) {
  const t = useT()
  const { memos } = useSlices('memos')
  const words = new Set([...formula.forms, ...Object.values(formula.renderings).map((each) => each.words)])
  const own = Object.values(memos).filter(({ about }) => about.kind === 'formula' && words.has(about.phrase))
  return (
    <p className="formula-memos">
      {own.map((memo) => (
        <button
          key={memo.id}
          type="button"
          className="backlink"
          onClick={() => navigate({ name: 'memos', memo: memo.id })}
        >
          {memo.title || memo.text.slice(0, 80) || t('memos.untitled')}
        </button>
      ))}
      <button
        type="button"
        className="link-button"
        onClick={() =>
          void addMemo({ kind: 'formula', phrase: formulaName(formula) }).then(
            (memo) => memo !== null && navigate({ name: 'memos', memo })
          )
        }
      >
        {t('formulae.writeMemo')}
      </button>
    </p>
  )
}
