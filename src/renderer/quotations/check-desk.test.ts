import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import type { DocumentId } from '../../shared/model/ids'
import { i18n } from '../state/i18n'
import { useNavigation } from '../state/navigation'
import { setPreferences } from '../state/preferences'
import { currentProject } from '../state/project'
import { useToasts } from '../state/toasts'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { CheckDesk } from './check-desk'
import { openChosen } from './chosen-place'

const joined = new JoinedWindow()
new HookPage()
const id = 'd2' as DocumentId
let desk: CheckDesk

const manuscript = [
  'He said that “the harbour stays open in winter”.',
  'Then that “the market closes at moon”.',
  'At last: “nothing of this kind was ever printed there”.'
].join('\n')

beforeEach(async () => {
  desk = new CheckDesk()
  const text = paragraphs('The harbour stays open in winter.', 'The market closes at noon.')
  await addText(joined.session, id, text, {
    title: 'Notices',
    published: { date: '2018-12-03', precision: 'day' },
    csl: { author: [{ family: 'Clerk', given: 'Anna' }] }
  })
  await joined.caughtUp()
})

afterEach(() => desk.clear())

const state = () => desk.store.getState()
const statuses = () => state().kept?.report.quotations.map(({ status }) => status)
const cited = () => JSON.stringify(state().kept?.report.quotations[0]?.places[0]?.cited)

describe('a manuscript whose quotations are checked', () => {
  it('shows what is altered first, and lists by what was found', async () => {
    await desk.check({ text: manuscript })
    expect(statuses()).toEqual(['exact', 'altered', 'not-found'])
    expect(state()).toMatchObject({ checking: null, filter: 'all', chosen: 1 })
    desk.setFilter('not-found')
    expect(state().chosen).toBe(2)
    desk.move(1)
    expect(state().chosen).toBe(2)
    desk.choose(0)
    expect(state()).toMatchObject({ filter: 'all', chosen: 0 })
    desk.move(1)
    desk.move(1)
    desk.move(1)
    expect(state().chosen).toBe(2)
  })

  it('is the one that was asked for last, in whatever order checks end', async () => {
    await Promise.all([
      desk.check({ text: manuscript }),
      desk.check({ text: 'Only “the market closes at noon”.' })
    ])
    expect(statuses()).toEqual(['exact'])
    expect(useToasts.getState().toasts).toEqual([])
    await desk.check({ text: manuscript })
    const going = desk.check({ text: 'Only “the market closes at noon”.' })
    desk.cancel()
    await going
    expect(statuses()).toEqual(['exact', 'altered', 'not-found'])
    expect(state().checking).toBeNull()
  })

  it('is cited in the style that was chosen last, and never waits for good where it is checked again meanwhile', async () => {
    await desk.check({ text: manuscript })
    const before = cited()
    setPreferences({ citationStyle: 'apa' })
    await desk.cite()
    expect(cited()).not.toBe(before)
    const held = joined.hold('quotations.cite')
    const citing = desk.cite()
    await desk.again()
    held.letGo()
    await citing
    expect(state().isCiting).toBe(false)
    await Promise.all([desk.cite(), desk.cite()])
    expect(state().isCiting).toBe(false)
  })

  it('goes to a place that is quoted; where the text was corrected since, it says so', async () => {
    await desk.check({ text: manuscript })
    desk.choose(0)
    openChosen(desk)
    expect(useNavigation.getState().place).toMatchObject({ name: 'reader', document: id, at: 0 })
    const revision = currentProject().state.documents[id]?.revisions.at(-1)?.text
    const correction = { document: id, revision, block: 0, text: 'In spring the harbour stays open.' }
    expect(await joined.other('document.correct', correction)).toMatchObject({ ok: true })
    await joined.caughtUp()
    useNavigation.setState({ place: { name: 'library' } })
    openChosen(desk)
    expect(useNavigation.getState().place).toEqual({ name: 'library' })
    expect(useToasts.getState().toasts.at(-1)?.text).toBe(i18n.t('quotations.changed'))
  })
})
