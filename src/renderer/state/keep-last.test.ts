import { expect, it } from 'vitest'
import { keepLast } from './keep-last'

it('makes a result once for the same arguments, and anew for others, also when the first come again', () => {
  let made = 0
  const joined = keepLast((texts: readonly string[], mark: string) => {
    made++
    return texts.join(mark)
  })
  const texts = ['a', 'b']
  expect([joined(texts, '-'), joined(texts, '-'), made]).toEqual(['a-b', 'a-b', 1])
  expect([joined(texts, '+'), made]).toEqual(['a+b', 2])
  expect([joined([...texts], '+'), made]).toEqual(['a+b', 3])
  expect([joined(texts, '-'), made]).toEqual(['a-b', 4])
})
