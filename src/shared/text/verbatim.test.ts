import { describe, expect, it } from 'vitest'
import { span } from '../model/span'
import { verbatim } from './verbatim'

describe('what a text says at some spans', () => {
  const text = 'It stops.Then it goes. Far away\nstands 一。二。'
  const at = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length)

  it('is one slice where nothing but white space stands between them', () => {
    expect(verbatim(text, [at('Then it goes.'), at('It stops.')])).toBe('It stops.Then it goes.')
    expect(verbatim(text, [at('Far away'), at('stands 一。'), at('二。')])).toBe('Far away\nstands 一。二。')
  })

  it('says where words are passed over', () => {
    expect(verbatim(text, [at('It stops.'), at('Far away')])).toBe('It stops. … Far away')
    expect(verbatim(text, [])).toBe('')
  })
})
