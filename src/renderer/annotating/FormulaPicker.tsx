import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Formula } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import { span } from '../../shared/model/span'
import { useT } from '../state/i18n'
import { currentProject, useProject, useSlices } from '../state/project'
import { type Passage, useSurface } from '../state/surface'
import { useAnswer } from '../state/use-answer'
import { useCombobox } from '../ui/use-combobox'
import { useShownFormulae } from './formula-places'
import { addToFormula, makeFormula } from './make-formula'
import { besideBox } from './popover-position'
import { rankedFormulae } from './ranked-formulae'

const most = 8

/** Makes the selected words a rendering of a formula (in Chinese a source form), or a formula of their own. */
export function FormulaPicker({ passage }: { readonly passage: Passage }) {
  const t = useT()
  const { info } = useSlices('info')
  const text = useProject((project) => project.texts[passage.document])
  const [typed, setTyped] = useState('')
  const words = (text?.text.slice(passage.start, passage.end) ?? '').replace(/\s+/gu, ' ').trim()
  const language = currentProject().state.documents[passage.document]?.language ?? ''
  const { document, start, end } = passage
  // What other versions say there tells which formula is likely meant.
  const { latest: beside } = useAnswer('compare.renderings', {
    document,
    passage: span(start, end),
    annotation: null
  })
  const { found, held } = useMemo(
    () =>
      rankedFormulae(
        Object.values<Formula>(info.formulae),
        words,
        typed,
        (beside ?? []).map((each) => each.text)
      ),
    [info.formulae, words, typed, beside]
  )
  const listed = found.slice(0, most)
  // The likely ones come first; else the words become a formula of their own.
  const likely = typed.trim() === '' ? listed.filter(({ isBeside }) => isBeside) : listed
  const options = [...likely, ...(held ? [] : [null]), ...listed.slice(likely.length)]
  const choose = (index: number) => {
    const option = options[index]
    close()
    if (option === null) void makeFormula(words, language)
    else if (option) void addToFormula(option.formula, words, language)
  }
  const combobox = useCombobox({ count: options.length, choose })
  const onKeyDown = (event: KeyboardEvent) => {
    if (combobox.onKey(event) || event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    close()
    event.preventDefault()
  }
  const box = useSurface.getState().surface?.boxOf(passage) ?? null
  const label = t(language.startsWith('zh') ? 'formulae.pickForm' : 'formulae.pickRendering')
  return (
    <div className="picker popover" style={besideBox(box, 340, 360)} role="dialog" aria-label={label}>
      <p className="picker-words" lang={language}>
        {words.slice(0, 120)}
      </p>
      {held && <p className="panel-hint">{t('formulae.alreadyThere', { words, name: formulaName(held) })}</p>}
      <input
        // The picker opens because the person asked for it by key or button: typing goes here.
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        {...combobox.field}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          combobox.restart()
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul {...combobox.list} aria-label={label}>
        {options.map((option, index) =>
          option === null ? (
            <li key="new" {...combobox.option(index)}>
              <span className="grow">{t('formulae.newFormula')}</span>
            </li>
          ) : (
            <li key={option.formula.id} {...combobox.option(index)}>
              <span className="grow">
                <span lang={option.formula.forms.length > 0 ? 'zh' : 'en'}>
                  {formulaName(option.formula)}
                </span>
                {option.isBeside && <small className="beside-it">{t('formulae.standsBeside')}</small>}
              </span>
            </li>
          )
        )}
      </ul>
      {options.length === 0 && <p className="picker-none">{t('formulae.noneFits')}</p>}
    </div>
  )
}

function close(): void {
  useShownFormulae.setState({ isPicking: false })
  const { surface, selection } = useSurface.getState()
  surface?.focus()
  // The field had taken the page's own selection away.
  if (selection) surface?.select(selection)
}
