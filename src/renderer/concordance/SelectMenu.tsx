import { useState } from 'react'
import { useStore } from 'zustand'
import type { Selection, Slot } from '../../shared/concordance/trail'
import type { ThemeId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { Choice, type ChoiceOption } from './Choice'
import { concordance } from './concordance-desk'
import { keepTicked, select } from './line-acts'
import { Pop } from './ToolPopover'
import { attributeOf, type OwnFact, useFactOptions, useValueOptions } from './use-fact-options'

const slots = (['L5', 'L4', 'L3', 'L2', 'L1', 'R1', 'R2', 'R3', 'R4', 'R5'] as const).map(
  (each): ChoiceOption<Slot> => [each, each]
)
const facts: readonly OwnFact[] = ['language', 'year', 'publisher', 'kind']
const mostSeed = 0xffffffff

/** Which lines stay: those that are ticked, a sample, so many a text, those with a word in a place, of a fact, of a theme. */
export function SelectMenu() {
  const t = useT()
  return (
    <Pop name={t('concordance.select')} label={t('concordance.select')} className="select-pop">
      {(close) => {
        const leave = (selection: Selection) => {
          close()
          void select(selection)
        }
        return (
          <>
            <Ticked close={close} />
            <Numbers leave={leave} />
            <CopiesOnce leave={leave} />
            <BySlot leave={leave} />
            <ByFact leave={leave} />
            <ByTheme leave={leave} />
          </>
        )
      }}
    </Pop>
  )
}

interface Leaving {
  readonly leave: (selection: Selection) => void
}

function Ticked({ close }: { close: () => void }) {
  const t = useT()
  const count = useStore(concordance.store, (state) => state.ticked.size)
  if (count === 0) return null
  const act = (keep: boolean) => {
    close()
    void keepTicked(keep)
  }
  return (
    <div className="pop-row">
      <span className="pop-name">{t('concordance.ticked', { count })}</span>
      <KeepButtons act={act} />
    </div>
  )
}

function KeepButtons({ act, disabled = false }: { act: (keep: boolean) => void; disabled?: boolean }) {
  const t = useT()
  return (
    <>
      <button type="button" className="tool" disabled={disabled} onClick={() => act(true)}>
        {t('concordance.onlyThese')}
      </button>
      <button type="button" className="tool" disabled={disabled} onClick={() => act(false)}>
        {t('concordance.takeOut')}
      </button>
    </>
  )
}

function Numbers({ leave }: Leaving) {
  const t = useT()
  const [size, setSize] = useState('50')
  const [most, setMost] = useState('1')
  const field = (
    label: string,
    value: string,
    set: (value: string) => void,
    run: (count: number) => void
  ) => {
    const count = Number(value)
    const isWrong = !Number.isInteger(count) || count < 1 || count > 1_000_000
    return (
      <form
        className="pop-row"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) run(count)
        }}
      >
        <label className="pop-name">
          {label}
          <input
            type="number"
            min={1}
            max={1_000_000}
            className="short-field"
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        </label>
        <button type="submit" className="tool" disabled={isWrong}>
          {t('concordance.take')}
        </button>
      </form>
    )
  }
  return (
    <>
      {field(t('concordance.sampleOf'), size, setSize, (count) =>
        leave({ by: 'sample', size: count, seed: Math.floor(Math.random() * mostSeed) })
      )}
      {field(t('concordance.mostPerText'), most, setMost, (count) =>
        leave({ by: 'perDocument', most: count })
      )}
    </>
  )
}

function CopiesOnce({ leave }: Leaving) {
  const t = useT()
  return (
    <div className="pop-row">
      <span className="pop-name" title={t('concordance.copiesOnceHint')}>
        {t('concordance.copiesOnce')}
      </span>
      <button
        type="button"
        className="tool"
        title={t('concordance.copiesOnceHint')}
        onClick={() => leave({ by: 'copies' })}
      >
        {t('concordance.take')}
      </button>
    </div>
  )
}

function BySlot({ leave }: Leaving) {
  const t = useT()
  const [slot, setSlot] = useState<Slot>('L1')
  const [text, setText] = useState('')
  const words = text.split(/[,，、\s]+/u).filter(Boolean)
  return (
    <div className="pop-row">
      <span className="pop-name">{t('concordance.wordAt')}</span>
      <Choice
        label={t('concordance.wordAt')}
        isLabelled={false}
        className="slot-choice"
        value={slot}
        options={slots}
        set={setSlot}
      />
      <input
        aria-label={t('concordance.wordsThere')}
        placeholder={t('concordance.wordsThere')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <KeepButtons disabled={words.length === 0} act={(keep) => leave({ by: 'slot', slot, words, keep })} />
    </div>
  )
}

function ByFact({ leave }: Leaving) {
  const t = useT()
  const [fact, setFact] = useState('language')
  const [value, setValue] = useState<string | null>(null)
  const values = useValueOptions(fact)
  const [chosen = ''] = values.find(([each]) => each === value) ?? values[0] ?? []
  const act = (keep: boolean) => {
    const own = facts.find((each) => each === fact)
    if (own) leave({ by: 'fact', fact: own, values: [chosen], keep })
    else leave({ by: 'attribute', name: attributeOf(fact) ?? '', values: [chosen], keep })
  }
  return (
    <div className="pop-row">
      <Choice
        label={t('concordance.fact')}
        isLabelled={false}
        value={fact}
        options={useFactOptions(facts)}
        set={setFact}
      />
      <Choice
        label={t('concordance.value')}
        isLabelled={false}
        value={chosen}
        options={values}
        set={setValue}
      />
      <KeepButtons act={act} />
    </div>
  )
}

function ByTheme({ leave }: Leaving) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const [wished, setTheme] = useState<ThemeId | ''>('')
  const theme = wished !== '' && themes[wished] ? wished : ''
  const options: ChoiceOption<ThemeId | ''>[] = [
    ['', t('concordance.picked.uncoded')],
    ...orderedThemes(themes).map(({ id }): ChoiceOption<ThemeId> => [id, pathName(themes, id)])
  ]
  return (
    <div className="pop-row">
      <Choice
        label={t('concordance.group.theme')}
        isLabelled={false}
        value={theme}
        options={options}
        set={setTheme}
      />
      <KeepButtons act={(keep) => leave({ by: 'theme', theme: theme || null, keep })} />
    </div>
  )
}
