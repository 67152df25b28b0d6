import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { catalogues } from '../../shared/locales/catalogues'

const folder = import.meta.dirname

it('whatever a format counts as left out has its words in every language', () => {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const named = sources.flatMap((text) =>
    [...text.matchAll(/leftOut\('(\w+)'/g)].map((match) => match[1] ?? '')
  )
  const counted = readFileSync(join(folder, 'left-out.ts'), 'utf8').matchAll(/readonly (\w+)\?: number/g)
  const kinds = new Set([...named, ...Array.from(counted, (match) => match[1] ?? '')])
  expect(kinds.size).toBeGreaterThan(20)
  for (const { export: words } of Object.values(catalogues))
    expect([...kinds].filter((kind) => !(kind in words.left))).toEqual([])
})
