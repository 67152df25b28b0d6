import { useEffect, useRef } from 'react'
import type { CountedFormula } from '../../shared/formulae/formula-answers'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { formulaName, renderingsOf } from '../../shared/model/formula-name'
import type { RenderingId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useSlices } from '../state/project'
import { useSurface } from '../state/surface'
import { useAnswer } from '../state/use-answer'
import { useDismiss } from '../ui/use-dismiss'
import { type FormulaHere, useShownFormulae } from './formula-places'
import { besideBox } from './popover-position'

const size = { width: 340, height: 300 }
/** So many other renderings are listed. */
const mostListed = 6

/** The entry of a formula beside the place where it stands: what it is, how it is rendered elsewhere and how often. */
export function FormulaCard({ here }: { readonly here: FormulaHere }) {
  const { info } = useSlices('info')
  const formula = info.formulae[here.place.formula]
  return formula ? <Card here={here} formula={formula} /> : null
}

function Card({ here, formula }: { readonly here: FormulaHere; readonly formula: Formula }) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const { latest } = useAnswer('formulae.register', null)
  const counted = latest?.formulae.find(({ id }) => id === formula.id)
  const { document, place, byKey } = here
  useDismiss(frame, close)
  useEffect(() => {
    if (byKey) first.current?.focus()
  }, [byKey])
  const box = useSurface.getState().surface?.boxOf({ document, ...span(place.start, place.end) }) ?? null
  if (!box) return null
  const open = (rendering?: RenderingId) =>
    navigate({ name: 'formulae', formula: formula.id, ...(rendering && { rendering }) })
  const listed = listedRenderings(formula, counted)
  return (
    <div
      ref={frame}
      className="formula-card popover"
      role="dialog"
      aria-label={formulaName(formula)}
      style={{ ...besideBox(box, size.width, size.height), maxHeight: size.height }}
    >
      <h2 lang={formula.forms.length > 0 ? 'zh' : 'en'}>{formulaName(formula)}</h2>
      {formula.pinyin !== '' && <p className="formula-pinyin">{formula.pinyin}</p>}
      {formula.gloss !== '' && <p className="gloss">{formula.gloss}</p>}
      <ul>
        {listed.slice(0, mostListed).map((each, at) => {
          const count = counted?.renderings[each.id]?.count ?? 0
          return (
            <li key={each.id} className={each.id === place.rendering ? 'here' : ''}>
              <button
                ref={at === 0 ? first : null}
                type="button"
                title={t('formulae.whereItStands')}
                onClick={() => open(each.id)}
              >
                <q lang={each.language}>{each.words}</q>
                {each.id === place.rendering && <small>{t('formulae.here')}</small>}
                <span className="number">{count}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {listed.length === 0 && <p className="panel-hint">{t('formulae.noRenderings')}</p>}
      <p className="formula-card-foot">
        {counted && (
          <span className="panel-hint">
            {t('formulae.places', { count: counted.count })}{' '}
            {t('formulae.texts', { count: counted.documents })}
          </span>
        )}
        <button
          ref={listed.length === 0 ? first : null}
          type="button"
          className="link-button"
          onClick={() => open()}
        >
          {t('formulae.openEntry')}
        </button>
      </p>
    </div>
  )
}

/** The accepted renderings that stand anywhere, the most frequent first. */
function listedRenderings(formula: Formula, counted: CountedFormula | undefined): FormulaRendering[] {
  const size = ({ id }: FormulaRendering) => counted?.renderings[id]?.count ?? 0
  return renderingsOf(formula)
    .filter((each) => each.status === 'accepted' && (!counted || size(each) > 0))
    .sort((a, b) => size(b) - size(a))
}

function close(by: 'press' | 'key'): void {
  useShownFormulae.setState({ card: null })
  if (by === 'key') useSurface.getState().surface?.focus()
}
