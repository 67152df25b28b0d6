import { describe, expect, it } from 'vitest'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { type Pattern, plainPattern } from '../../shared/search/find-in-text'
import { Finder } from './finder'
import { type JobKind, type Jobs, jobs } from './jobs'
import { WorkThread } from './thread'

const text = 'aaaa snow, and snow again'
const blocks: readonly Span[] = [span(0, text.length)]
const regex = (query: string): Pattern => ({ ...plainPattern, query, regex: true })
const endless = regex('(a+)+b')

/** Does the job here; the one that needs for ever is never answered, until the thread is ended. */
class PatientThread extends WorkThread {
  closed = 0
  private end: (error: Error) => void = () => {}

  constructor() {
    super('there is no script')
  }

  override async run<K extends JobKind>(kind: K, input: Jobs[K]['input']): Promise<Jobs[K]['output']> {
    if ('pattern' in input && input.pattern.query === endless.query)
      return new Promise((_, reject) => {
        this.end = reject
      })
    await new Promise((turn) => setImmediate(turn))
    return jobs[kind](input)
  }

  override async close(): Promise<void> {
    this.closed++
    this.end(new Error('the work was ended'))
  }
}

const find = (finder: Finder, pattern: Pattern) => finder.find(text, blocks, pattern, 'en')

describe('a search', () => {
  it('that needs for ever is ended, and none of those that were typed after it', async () => {
    const thread = new PatientThread()
    const finder = new Finder(thread, 20)
    const [slow, ...others] = await Promise.all([
      find(finder, endless),
      find(finder, regex('sn.w')),
      find(finder, regex('again$'))
    ])
    expect(slow).toMatchObject({ ok: false, error: { key: 'patternTooSlow' } })
    expect(others.map((each) => each?.ok && each.value.length)).toEqual([2, 1])
    expect(thread.closed).toBe(1)
  })

  it('whose expression is none says so, and the next one is none the worse', async () => {
    const finder = new Finder(new PatientThread())
    const [wrong, right] = await Promise.all([find(finder, regex('(')), find(finder, regex('snow'))])
    expect(wrong).toMatchObject({ ok: false, error: { key: 'patternWrong' } })
    expect(right).toMatchObject({ ok: true })
  })

  it('for words does not wait for an expression', async () => {
    const finder = new Finder(new PatientThread(), 60_000)
    void find(finder, endless)
    const words = await find(finder, { ...regex('snow'), regex: false })
    expect(words.ok && words.value.map(({ start }) => start)).toEqual([5, 15])
  })
})
