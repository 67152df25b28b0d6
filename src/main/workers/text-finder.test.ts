import { describe, expect, it } from 'vitest'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { plainPattern } from '../../shared/search/find-in-text'
import type { Pattern } from '../../shared/search/pattern'
import { type JobKind, type Jobs, jobs } from './jobs'
import { Finder } from './text-finder'
import { JobTooSlow, type RunOptions, WorkPool } from './work-pool'

const text = 'aaaa snow, and snow again'
const blocks: readonly Span[] = [span(0, text.length)]
const regex = (query: string): Pattern => ({ ...plainPattern, query, regex: true })
const endless = regex('(a+)+b')

/** Does the job here; the one that needs for ever takes all the time that it is given. */
class PatientPool extends WorkPool {
  constructor() {
    super('there is no script')
  }

  override async run<K extends JobKind>(
    kind: K,
    input: Jobs[K]['input'],
    { patienceMs }: RunOptions = {}
  ): Promise<Jobs[K]['output']> {
    if ('pattern' in input && input.pattern.query === endless.query)
      return new Promise((_, reject) => {
        setTimeout(() => reject(new JobTooSlow('too slow')), patienceMs).unref()
      })
    await new Promise((turn) => setImmediate(turn))
    return jobs[kind](input)
  }
}

const find = (finder: Finder, pattern: Pattern) => finder.find(text, blocks, pattern, 'en')

describe('a search', () => {
  it('that needs for ever is ended, and none of those that were typed after it', async () => {
    const finder = new Finder(new PatientPool(), 20)
    const [slow, ...others] = await Promise.all([
      find(finder, endless),
      find(finder, regex('sn.w')),
      find(finder, regex('again$'))
    ])
    expect(slow).toMatchObject({ ok: false, error: { key: 'patternTooSlow' } })
    expect(others.map((each) => each?.ok && each.value.length)).toEqual([2, 1])
  })

  it('whose expression is none says so, and the next one is none the worse', async () => {
    const finder = new Finder(new PatientPool())
    const [wrong, right] = await Promise.all([find(finder, regex('(')), find(finder, regex('snow'))])
    expect(wrong).toMatchObject({ ok: false, error: { key: 'patternWrong' } })
    expect(right).toMatchObject({ ok: true })
  })

  it('for words does not wait for an expression', async () => {
    const finder = new Finder(new PatientPool(), 60_000)
    void find(finder, endless)
    const words = await find(finder, { ...regex('snow'), regex: false })
    expect(words.ok && words.value.map(({ start }) => start)).toEqual([5, 15])
  })
})
