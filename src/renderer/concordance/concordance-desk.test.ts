import { beforeEach, describe, expect, it } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { DocumentId } from '../../shared/model/ids'
import { JoinedWindow } from '../testing/joined-window'
import { concordance } from './concordance-desk'
import { select, selectPart, tickAll } from './line-acts'
import { grouping, noSteps, ordering, taken, walkedTo } from './trail-walk'

const joined = new JoinedWindow()
const state = () => concordance.store.getState()
const hits = () => Array.from({ length: state().rows.count }, (_, at) => state().pages.line(at)?.hit)

beforeEach(async () => {
  await addText(joined.session, 'd2', paragraphs('One visit. Two visits, a visit.', 'The last Visit.'))
  await joined.caughtUp()
  concordance.belongTo('', defaultSettings)
  concordance.belongTo(joined.folder, defaultSettings)
})

async function asked(query: string): Promise<void> {
  concordance.type(query)
  await expect.poll(() => state().shown?.query === query && state().view?.isComplete).toBe(true)
}

describe('the concordance of a window', () => {
  it('of several questions shows the last one, in whatever order answers come', async () => {
    concordance.open('snow', defaultSettings, noSteps, null)
    concordance.open('office', defaultSettings, noSteps, null)
    concordance.open('visit', defaultSettings, noSteps, null)
    await expect.poll(() => state().view?.isComplete).toBe(true)
    expect(state().shown?.query).toBe('visit')
    expect(hits()).toEqual(['visit', 'visit', 'Visit'])
  })

  it('keeps the lines while a query is half written, and says what is wrong with it', async () => {
    await asked('visit')
    concordance.type('visit OR (')
    await expect.poll(() => state().problem?.code).toBe('bracketOpen')
    expect(hits()).toHaveLength(3)
    concordance.type('')
    await expect.poll(() => state().view).toBeNull()
  })

  it('carries order and groups over to another query, not what was chosen; ticks go', async () => {
    await asked('visit')
    await concordance.arrange(taken(state().walk, ordering([{ by: 'slot', slot: 'L1', descending: false }])))
    await select({ by: 'sample', size: 2, seed: 1 })
    expect(hits()).toHaveLength(2)
    await tickAll()
    expect(state().ticked.size).toBe(2)
    await tickAll()
    expect(state().ticked.size).toBe(0)
    await tickAll()
    await asked('snow')
    expect(state().walk.steps.map((step) => step.do)).toEqual(['order'])
    expect(state().ticked.size).toBe(0)
  })

  it('takes a step that is wished while other lines are on their way for those', async () => {
    await asked('visit')
    concordance.open('two', defaultSettings, noSteps, null)
    const keys = [{ by: 'slot' as const, slot: 'R1' as const, descending: false }]
    await concordance.arrange(taken(state().walk, ordering(keys)))
    await expect.poll(() => state().view?.isComplete && state().shown?.query).toBe('two')
    expect(state().walk).toMatchObject({ steps: [{ do: 'order', keys }], upTo: 1 })
    expect(state().isAsking).toBe(false)
  })

  it('gives up a step that takes long: lines and steps are those of before, and the next one counts', async () => {
    await asked('visit')
    const { walk, view } = state()
    const step = concordance.arrange(taken(walk, grouping({ by: 'answer', version: null })))
    concordance.stopArranging()
    await step
    expect(state()).toMatchObject({ walk, arranging: null, error: null })
    expect(state().view?.groups).toBe(view?.groups)
    const first = concordance.arrange(taken(walk, grouping({ by: 'answer', version: null })))
    await concordance.arrange(taken(walk, grouping({ by: 'form' })))
    await first
    expect(state().view?.groups).toHaveLength(1)
    expect(state().walk.steps).toMatchObject([{ grouping: { by: 'form' } }])
  })

  it('walks back and on along its steps, and stays on the line it was on', async () => {
    await asked('visit')
    concordance.goTo(1)
    const { current } = state()
    await select({ by: 'perDocument', most: 2 })
    await concordance.arrange(walkedTo(state().walk, 0))
    expect(hits()).toHaveLength(3)
    await concordance.arrange(walkedTo(state().walk, 1))
    expect(hits()).toHaveLength(2)
    expect(state().current).toMatchObject({ start: current?.start })
  })

  it('leaves the lines of a part of a text, as a step that says so', async () => {
    await asked('visit')
    const length = 'One visit. Two visits, a visit.\nThe last Visit.'.length
    await selectPart({ document: 'd2' as DocumentId, length, bins: [0, 0] }, 1, 'second half')
    expect(state().walk.steps).toMatchObject([{ name: 'second half' }])
    concordance.want(0, 1)
    await expect.poll(hits).toEqual(['visit', 'Visit'])
  })

  it('opens again what the main process has let go', async () => {
    await asked('visit')
    const { id } = state().view ?? { id: '' }
    const { call } = await import('../state/bridge')
    await call('concordance.close', { id })
    concordance.refresh()
    concordance.want(0, 2)
    await expect.poll(() => state().view?.id !== id && state().view?.isComplete).toBe(true)
    expect(hits()).toHaveLength(3)
  })
})
