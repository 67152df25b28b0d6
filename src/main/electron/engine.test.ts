import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { oldEngine } from './engine'

it('16. Use a current version of Electron: an older major version is warned of, and only that', () => {
  expect(oldEngine('33.2.1', '45.4.1', true)).toEqual({
    running: 33,
    wanted: 45,
    supported: false,
    renews: true
  })
  expect(oldEngine('43.0.0', '45.4.1', false)).toEqual({
    running: 43,
    wanted: 45,
    supported: true,
    renews: false
  })
  expect(oldEngine('42.9.9', '45.0.0', false)?.supported).toBe(false)
  for (const running of ['45.0.0', '45.4.1', '46.1.0', '100.0.0', 'unknown'])
    expect([running, oldEngine(running, '45.4.1', true)]).toEqual([running, null])
})

it('16. Use a current version of Electron: what this build is made for is what is installed for it', () => {
  const installed = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')).version
  const range = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies.electron
  expect(range).toMatch(/^\^\d+\./)
  expect(installed.split('.')[0]).toBe(range.slice(1).split('.')[0])
})
