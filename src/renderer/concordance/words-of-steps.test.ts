import { beforeEach, describe, expect, it } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { parseQuery } from '../../shared/concordance/parse-query'
import type { Selection, TrailStep } from '../../shared/concordance/trail'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { i18n, setLanguage } from '../state/i18n'
import { change } from '../state/project'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { grouping, ordering, selecting } from './trail-walk'
import { useAttributeNames, useFactValues } from './use-attribute-names'
import { useFieldOptions } from './use-field-options'
import { useGroupName } from './use-group-name'
import { useProblemText } from './use-problem-text'
import { useStepNames } from './use-step-name'

const joined = new JoinedWindow()
const page = new HookPage()
const [id, theme] = ['d2' as DocumentId, 't2' as ThemeId]

beforeEach(async () => {
  await change({ type: 'theme.add', theme: { ...makeTheme('t1'), name: 'Weather' }, index: 0 })
  await change({ type: 'theme.add', theme: { ...makeTheme(theme, 't1'), name: 'Snow' }, index: 0 })
  await addText(joined.session, id, paragraphs('Snow fell.'), {
    title: 'Winter notes',
    language: 'en-GB',
    rendering: 'official',
    publisher: 'The Press',
    published: { date: '2019-03', precision: 'month' },
    attributes: { Desk: 'East', Issue: '10' }
  })
  await joined.caughtUp()
})

describe('a step of the concordance in words', () => {
  const selections: readonly Selection[] = [
    { by: 'lines', lines: [{ document: id, start: 0, end: 4 }], keep: true },
    { by: 'documents', documents: [id], keep: true },
    { by: 'attribute', name: 'Desk', values: ['East', ''], keep: true },
    { by: 'fact', fact: 'kind', values: ['official'], keep: true },
    { by: 'slot', slot: 'L1', words: ['deep', 'new', 'old', 'red'], keep: true },
    { by: 'collocate', word: 'night', left: 3, right: 2, keep: true },
    { by: 'theme', theme, keep: true },
    { by: 'theme', theme: null, keep: true },
    { by: 'group', grouping: { by: 'year' }, key: '2019', keep: true },
    { by: 'sample', size: 20, seed: 7 },
    { by: 'perDocument', most: 3 }
  ]

  it('says what it chose, by the names of the project, each otherwise', async () => {
    const hook = await page.render(useStepNames, undefined)
    const told = selections.map((each) => hook.now().step(selecting(each)))
    expect(new Set(told).size).toBe(told.length)
    expect(told[1]).toContain('Winter notes')
    expect(told[2]).toBe(`Desk: East, ${i18n.t('concordance.noValue')}`)
    expect(told[4]).toBe('L1: deep, new, old … (4)')
    expect(told[6]).toBe('Weather › Snow')
    expect(told[9]).toContain('20')
    const without = { by: 'documents' as const, documents: [id], keep: false }
    expect(hook.now().step(selecting(without))).not.toBe(told[1])
  })

  it('is called as its person called it, in whatever language the window speaks', async () => {
    const hook = await page.render(useStepNames, undefined)
    const steps: readonly TrailStep[] = [
      { ...selecting({ by: 'perDocument', most: 3 }), name: 'A few of each' },
      ordering([
        { by: 'slot', slot: 'R1', descending: true },
        { by: 'random', seed: 4 }
      ]),
      grouping({ by: 'attribute', name: 'Desk' }),
      grouping(null)
    ]
    const english = steps.map((each) => hook.now().step(each))
    expect(english[0]).toBe('A few of each')
    expect(english[1]).toContain('R1 ↓')
    expect(english[2]).toContain('Desk')
    setLanguage('zh-CN')
    await expect.poll(() => steps.map((each) => hook.now().step(each))[3]).not.toBe(english[3])
    expect(hook.now().step(steps[0] as TrailStep)).toBe('A few of each')
    setLanguage('en')
  })
})

describe('what can be chosen in a query', () => {
  it('is what the texts of the project have, and follows them', async () => {
    const options = await page.render(useFieldOptions, 'lang' as Parameters<typeof useFieldOptions>[0])
    expect(options.now()).toContain('en-GB')
    options.draw('publisher')
    expect(options.now()).toEqual(['The Press'])
    options.draw('date')
    expect(options.now()).toEqual(['2019'])
    options.draw('attr')
    expect(options.now()).toEqual(['Desk=East', 'Issue=10'])
    options.draw('theme')
    expect(options.now()).toEqual(['Weather', 'Weather / Snow'])
    options.draw('kind')
    expect(options.now()).toContain('official')
    options.draw('lang')
    await addText(joined.session, 'd3', paragraphs('雪。'), { language: 'zh-Hant' })
    await expect.poll(options.now).toContain('zh-Hant')
  })

  it('knows the attributes, and what texts say of each', async () => {
    const names = await page.render(useAttributeNames, undefined)
    expect(names.now()).toEqual(['Desk', 'Issue'])
    const values = await page.render(useFactValues, 'attribute:Desk' as string)
    expect(values.now()).toEqual(['', 'East'])
    values.draw('year')
    expect(values.now()).toEqual(['', '2019'])
    values.draw('kind')
    expect(values.now()).toContain('official')
  })
})

it('groups and problems are in words', async () => {
  const name = await page.render(useGroupName, undefined)
  expect(name.now()({ key: '', label: '' })).toBe(i18n.t('concordance.noValue'))
  expect(name.now()({ key: '2019', label: '2019' })).toBe('2019')
  const problem = await page.render(useProblemText, undefined)
  const parsed = parseQuery('a OR (')
  if (parsed.ok) throw new Error('nothing is wrong with it')
  expect(problem.now()(parsed.problem)).toBe(
    i18n.t(`concordance.problems.${parsed.problem.code}`, { detail: '(' })
  )
})
