import { Check, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Formula } from '../../shared/model/formula'
import { formulaKinds, formulaLimits } from '../../shared/model/formula-kinds'
import { formulaName } from '../../shared/model/formula-name'
import { useT } from '../state/i18n'
import { DraftNote } from '../ui/DraftNote'
import { Field } from '../ui/Field'
import { useDraft } from '../ui/use-draft'
import { LinkField } from '../writing/LinkField'
import { removeFormula, setFacts, setForms, setKind, spellAgain } from './formula-acts'
import type { FormulaeDesk } from './formulae-desk'
import { LinkRows } from './LinkRows'

interface Props {
  readonly desk: FormulaeDesk
  readonly formula: Formula
}

/** A formula open for change. Prose is saved in the pauses of typing, lists as their field is left. */
export function FormulaFields({ desk, formula }: Props) {
  const t = useT()
  const { id, kind, forms, members } = formula
  const about = formulaName(formula)
  const pinyin = useDraft({ kind: 'formula', id, field: 'pinyin' }, formula.pinyin, about)
  const gloss = useDraft({ kind: 'formula', id, field: 'gloss' }, formula.gloss, about)
  const memo = useDraft({ kind: 'formula', id, field: 'memo' }, formula.memo, about)
  return (
    // Escape leaves, wherever one types; what the fields hold is saved as they are left.
    <section
      className="formula-fields"
      aria-label={t('formulae.edit')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        desk.set({ isEditing: false })
      }}
    >
      <header>
        <h1 lang={forms.length > 0 ? 'zh' : 'en'}>{about}</h1>
        <button type="button" className="button" onClick={() => desk.set({ isEditing: false })}>
          <Check size={13} aria-hidden />
          {t('formulae.done')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="formula-grid">
        <LinesField
          label={t('formulae.forms')}
          hint={t('formulae.onePerLine')}
          lines={forms}
          most={formulaLimits.forms}
          isFirst
          save={(lines) => setForms(formula, lines)}
        />
        <LinesField
          label={t('formulae.members')}
          hint={t('formulae.membersHint')}
          lines={members}
          most={formulaLimits.members}
          save={(lines) => setFacts(formula, { members: [...lines] }, { members })}
        />
        <div>
          <Field label={t('formulae.pinyin')}>
            <input
              value={pinyin.text}
              onChange={(event) => pinyin.type(event.target.value)}
              onBlur={pinyin.flush}
            />
          </Field>
          {forms.length > 0 && (
            <button type="button" className="link-button" onClick={() => void spellAgain(formula)}>
              {t('formulae.spell')}
            </button>
          )}
          <DraftNote draft={pinyin} />
        </div>
        <Field label={t('formulae.kindOf')}>
          <select
            value={kind}
            onChange={({ target }) => {
              const chosen = formulaKinds.find((each) => each === target.value)
              if (chosen) void setKind(formula, chosen)
            }}
          >
            {formulaKinds.map((each) => (
              <option key={each} value={each}>
                {t(`formulae.kind.${each}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field label={t('formulae.gloss')}>
        <textarea
          rows={2}
          value={gloss.text}
          onChange={(event) => gloss.type(event.target.value)}
          onBlur={gloss.flush}
        />
      </Field>
      <DraftNote draft={gloss} />
      <LinkRows formula={formula} />
      <div className="field">
        <span aria-hidden>{t('formulae.memo')}</span>
        <LinkField
          label={t('formulae.memo')}
          rows={4}
          value={memo.text}
          onChange={memo.type}
          onBlur={memo.flush}
        />
        <DraftNote draft={memo} />
      </div>
      <button type="button" className="button danger" onClick={() => void removeFormula(desk, formula)}>
        <Trash2 size={13} aria-hidden />
        {t('formulae.remove')}
      </button>
    </section>
  )
}

interface LinesProps {
  readonly label: string
  readonly hint: string
  readonly lines: readonly string[]
  readonly most: number
  readonly isFirst?: boolean
  /** False where it could not be saved. */
  readonly save: (lines: readonly string[]) => Promise<boolean>
}

/** A list, one a line. It is saved as it is left; what could not be saved stays in the field. */
function LinesField({ label, hint, lines, most, isFirst = false, save }: LinesProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? lines.join('\n')
  const leave = async () => {
    if (typed === null) return
    const wanted = [...new Set(typed.split('\n').map((each) => each.trim()))].filter((each) => each !== '')
    const fits = wanted.slice(0, most).map((each) => each.slice(0, formulaLimits.phrase))
    if (fits.join('\n') === lines.join('\n') || (await save(fits))) setTyped(null)
  }
  return (
    <Field label={label} hint={hint}>
      <textarea
        rows={Math.min(8, Math.max(2, text.split('\n').length))}
        lang={/\p{Script=Han}/u.test(text) ? 'zh' : 'en'}
        // It opens because the person asked for it by key or button: typing goes here.
        autoFocus={isFirst}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void leave()}
      />
    </Field>
  )
}
