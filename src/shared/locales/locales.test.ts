import { expect, it } from 'vitest'
import { catalogues } from './catalogues'
import { fill } from './fill'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key} / `)
  )
}

const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

it('says everything in both languages, with the same parameters', () => {
  const english = new Map(leaves(catalogues.en))
  const chinese = new Map(leaves(catalogues['zh-CN']))
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [key, text] of english) {
    if (key.endsWith('_one')) continue
    expect([key, names(chinese.get(key) ?? '')]).toEqual([key, names(text)])
  }
})

it('leaves a parameter that is not given in sight', () => {
  expect(fill('{{a}} and {{b}}', { a: 1 })).toBe('1 and {{b}}')
})
