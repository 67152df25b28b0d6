import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { CountedFormula, FormulaCounts } from '../../shared/formulae/formula-answers'
import { phraseKey } from '../../shared/formulae/phrase-key'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { formulaLimits } from '../../shared/model/formula-kinds'
import { formulaName, renderingsOf } from '../../shared/model/formula-name'
import { themeColours } from '../../shared/model/palette'
import { newRendering } from '../annotating/new-formula'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { change, useSlices } from '../state/project'
import { showToast } from '../state/toasts'
import { DraftNote } from '../ui/DraftNote'
import { coloured } from '../ui/ThemeDot'
import { useDraft } from '../ui/use-draft'
import { decideAgain, forget } from './formula-acts'
import { allPlaces, type FormulaeDesk, type PlacesShown } from './formulae-desk'

interface Props {
  readonly desk: FormulaeDesk
  readonly formula: Formula
  /** Null until the texts were searched. */
  readonly counted: CountedFormula | null
  readonly shown: PlacesShown
}

/** The renderings of a formula that are accepted, the most frequent first, as charts number and colour them. */
export function acceptedBySize(formula: Formula, counted: CountedFormula | null): FormulaRendering[] {
  const size = ({ id }: FormulaRendering) => counted?.renderings[id]?.count ?? 0
  return renderingsOf(formula)
    .filter(({ status }) => status !== 'rejected')
    .sort((a, b) => size(b) - size(a))
}

export const seriesColour = (at: number) => themeColours[at % themeColours.length] ?? themeColours[0]

/** The renderings with their shares. One that is pressed has its places listed, and can be decided on anew. */
export function RenderingList({ desk, formula, counted, shown }: Props) {
  const t = useT()
  const accepted = acceptedBySize(formula, counted)
  const present = accepted.filter(({ id }) => !counted || counted.renderings[id])
  const absent = accepted.filter((each) => !present.includes(each))
  const rendered = counted ? counted.count - counted.forms.count : 0
  const choose = (rendering: PlacesShown['rendering']) =>
    desk.set({
      places:
        shown.rendering === rendering && shown.documents === null ? allPlaces : { ...allPlaces, rendering }
    })
  const row = (each: FormulaRendering, at: number) => (
    <Row
      key={each.id}
      words={each.words}
      language={each.language}
      colour={at < 0 ? null : seriesColour(at)}
      counts={counted?.renderings[each.id] ?? null}
      share={rendered > 0 ? (counted?.renderings[each.id]?.count ?? 0) / rendered : 0}
      isOn={shown.rendering === each.id}
      choose={() => choose(each.id)}
      more={<Decision desk={desk} formula={formula} rendering={each} />}
    />
  )
  return (
    <>
      <h2 className="formulae-head">{t('formulae.renderings')}</h2>
      {accepted.length === 0 && <p className="panel-hint">{t('formulae.noRenderings')}</p>}
      <ul className="formula-renderings">
        {counted && counted.forms.count > 0 && (
          <Row
            words={formula.forms.join(' · ')}
            language="zh"
            colour={null}
            counts={counted.forms}
            share={null}
            isOn={shown.rendering === null}
            choose={() => choose(null)}
          />
        )}
        {present.map(row)}
      </ul>
      {absent.length > 0 && (
        <details className="formula-absent">
          <summary>
            {t('formulae.absent')} <span className="number">{absent.length}</span>
          </summary>
          <ul className="formula-renderings">{absent.map((each) => row(each, -1))}</ul>
        </details>
      )}
      <NewRendering formula={formula} />
    </>
  )
}

interface RowProps {
  readonly words: string
  readonly language: string
  readonly colour: string | null
  readonly counts: FormulaCounts | null
  /** Of the places in which it is rendered; null for a source form. */
  readonly share: number | null
  readonly isOn: boolean
  readonly choose: () => void
  readonly more?: React.ReactNode
}

function Row({ words, language, colour, counts, share, isOn, choose, more }: RowProps) {
  const [first, last] = [counts?.first.slice(0, 4) ?? '', counts?.last.slice(0, 4) ?? '']
  return (
    <li
      className={`${counts ? '' : 'absent'}${isOn ? ' on' : ''}`}
      style={coloured(colour ?? 'var(--ink-3)')}
    >
      <button type="button" className="rendering-row" aria-pressed={isOn} onClick={choose}>
        <span className={colour === null ? 'series none' : 'series'} aria-hidden />
        <q lang={language}>{words}</q>
        <span className="share" aria-hidden>
          {share !== null && share > 0 && <i style={{ width: `${Math.round(share * 100)}%` }} />}
        </span>
        <span className="number">
          {counts?.count ?? 0}
          {share !== null && share > 0 && ` · ${Math.round(share * 100)} %`}
        </span>
        <span className="number">{first === last ? first : `${first}–${last}`}</span>
      </button>
      {isOn && more}
    </li>
  )
}

interface DecisionProps {
  readonly desk: FormulaeDesk
  readonly formula: Formula
  readonly rendering: FormulaRendering
}

/** Who decided on a rendering, when, and what is to be said of it. */
export function Decision({ desk, formula, rendering }: DecisionProps) {
  const t = useT()
  const { info } = useSlices('info')
  const language = usePreferences((state) => state.language)
  const { id, words, status, coder, decided } = rendering
  const note = useDraft({ kind: 'rendering', formula: formula.id, id, field: 'note' }, rendering.note, words)
  const says = {
    who: info.coders[coder]?.name ?? coder,
    when: new Date(decided).toLocaleDateString(language, { dateStyle: 'medium' })
  }
  return (
    <div className="formula-decision">
      <p className="panel-hint">{t(`formulae.decided.${status}`, says)}</p>
      <textarea
        rows={1}
        aria-label={t('formulae.note', { words })}
        placeholder={t('formulae.noteHint')}
        value={note.text}
        onChange={(event) => note.type(event.target.value)}
        onBlur={note.flush}
      />
      <DraftNote draft={note} />
      <span className="formula-decide">
        <button
          type="button"
          className="link-button"
          onClick={() =>
            void decideAgain(formula.id, rendering, status === 'rejected' ? 'accepted' : 'rejected')
          }
        >
          {t(status === 'rejected' ? 'formulae.accept' : 'formulae.reject')}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => void forget(desk, formula.id, rendering)}
        >
          {t('formulae.restore')}
        </button>
      </span>
    </div>
  )
}

/** A rendering that is typed in; characters make it a source form. */
function NewRendering({ formula }: { readonly formula: Formula }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const add = async () => {
    const key = phraseKey(words)
    if (key === '') return
    const { id, forms, renderings } = formula
    const known = [...forms, ...Object.values<FormulaRendering>(renderings).map((each) => each.words)]
    if (known.some((each) => phraseKey(each) === key)) {
      showToast(t('formulae.alreadyThere', { words, name: formulaName(formula) }))
      return
    }
    const done = /\p{Script=Han}/u.test(words)
      ? change({ type: 'formula.update', id, patch: { forms: [...forms, words] }, expected: { forms } })
      : change({ type: 'rendering.add', formula: id, rendering: newRendering(words, 'en', 'accepted') })
    if (await done) setTyped('')
  }
  return (
    <form
      className="formula-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <input
        aria-label={t('formulae.addRendering')}
        placeholder={t('formulae.addRendering')}
        maxLength={formulaLimits.phrase}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button" disabled={words === ''}>
        <Plus size={13} aria-hidden />
        {t('formulae.add')}
      </button>
    </form>
  )
}
