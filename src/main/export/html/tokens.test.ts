import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { darkTokens, lightTokens, tokenRules } from './tokens'

const app = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')

function tokensOf(selector: string): Map<string, string> {
  const rule = app.slice(app.indexOf(`${selector} {`)).match(/\{([^}]*)\}/)?.[1] ?? ''
  const pairs = [...rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)]
  return new Map(pairs.map(([, name = '', value = '']) => [name, value]))
}

describe('pages that are exported', () => {
  it.each([
    ['light', ':root', lightTokens],
    ['dark', '[data-appearance="dark"]', darkTokens]
  ] as const)('have the colours and faces of the app (%s)', (_, selector, own) => {
    const wanted = tokensOf(selector)
    expect(wanted.size).toBeGreaterThan(15)
    for (const [name, value] of Object.entries(own)) expect([name, wanted.get(name)]).toEqual([name, value])
  })

  it('are dark on a screen alone', () => {
    expect(tokenRules().match(/@media screen/g)).toHaveLength(2)
  })
})
