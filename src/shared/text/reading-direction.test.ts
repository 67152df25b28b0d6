import { expect, it } from 'vitest'
import { isReadFromRight } from './reading-direction'

it('a text is read from the right where most of its letters are', () => {
  expect(isReadFromRight('هذا كِتَاب جديد')).toBe(true)
  expect(isReadFromRight('שלום לך, 2018')).toBe(true)
  expect(isReadFromRight('الإنترنت (Internet) في القرى')).toBe(true)
  expect(isReadFromRight('the word שלום means peace')).toBe(false)
  for (const other of ['', '2018', 'snow', '最多跑一次', 'หิมะ']) expect(isReadFromRight(other)).toBe(false)
})
