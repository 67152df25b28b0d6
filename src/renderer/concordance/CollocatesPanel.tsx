import { useState } from 'react'
import { useStore } from 'zustand'
import type { CollocateRow } from '../../shared/concordance/statistics'
import { useT } from '../state/i18n'
import { type Figures, useFigures } from '../state/number-format'
import { Choice, type ChoiceOption, NumberChoice } from './Choice'
import { concordance } from './concordance-desk'
import { FigurePanel } from './FigurePanel'
import { leastCounts } from './least-counts'
import { select } from './line-acts'
import { useFigureRows } from './use-figure-rows'

const measures = ['logDice', 'logLikelihood', 'mi', 'mi3', 'observed'] as const
type Measure = (typeof measures)[number]
/** Words on a side. */
const windows = [0, 1, 2, 3, 4, 5, 7, 10]

/** The words that go with the hit, by how strongly. Each row leaves the lines that have it. */
export function CollocatesPanel() {
  const t = useT()
  const figures = useFigures()
  const view = useStore(concordance.store, (state) => state.view)
  const [left, setLeft] = useState(5)
  const [right, setRight] = useState(5)
  const [by, setBy] = useState<Measure>('logDice')
  const [least, setLeast] = useState(2)
  const asked = view?.isComplete ? { id: view.id, left, right, by, least } : null
  const figure = useFigureRows('concordance.collocates', asked, `${view?.id} ${view?.version}`)
  const names = measures.map((each): ChoiceOption<Measure> => [each, t(`concordance.collocates.${each}`)])
  const number = (name: string, cell: (row: CollocateRow) => string) => ({ name, cell })
  return (
    <FigurePanel
      choices={
        <>
          <NumberChoice
            label={t('concordance.collocates.left')}
            value={left}
            options={windows}
            set={setLeft}
          />
          <NumberChoice
            label={t('concordance.collocates.right')}
            value={right}
            options={windows}
            set={setRight}
          />
          <NumberChoice
            label={t('concordance.collocates.least')}
            value={least}
            options={leastCounts}
            set={setLeast}
          />
          <Choice label={t('concordance.collocates.by')} value={by} options={names} set={setBy} />
        </>
      }
      notes={[t(`concordance.collocates.${by}Note`)]}
      figure={figure}
      columns={[
        number('n', (row) => figures.whole(row.observed)),
        number(
          t('concordance.collocates.sides'),
          (row) => `${figures.whole(row.left)} · ${figures.whole(row.right)}`
        ),
        ...(by === 'observed'
          ? []
          : [number(t(`concordance.collocates.${by}`), (row) => measured(row, by, figures))])
      ]}
      act={({ word }) => void select({ by: 'collocate', word, left, right, keep: true })}
    />
  )
}

function measured(row: CollocateRow, by: Measure, figures: Figures): string {
  return figures.exact(row[by], by === 'logLikelihood' ? 1 : 2)
}
