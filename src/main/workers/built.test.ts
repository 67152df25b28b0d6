import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtFile, builtFolder, builtFolderOf } from './built'

it('helpers are found beside the command, wherever the bundler has put the code that looks for them', () => {
  const out = join('/', 'app', 'out', 'main')
  expect(builtFolderOf(out)).toBe(out)
  expect(builtFolderOf(join(out, 'chunks'))).toBe(out)
  // A folder of a user whose name merely ends so.
  expect(builtFolderOf(join('/', 'home', 'mychunks'))).toBe(join('/', 'home', 'mychunks'))
  expect(builtFile('work-thread.js')).toBe(join(builtFolder, 'work-thread.js'))
})
