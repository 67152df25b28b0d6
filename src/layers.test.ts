import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which rooms may look into which. The first rule that fits a file counts. */
const rules: readonly {
  readonly room: RegExp
  readonly may: readonly RegExp[]
  readonly packages?: RegExp
}[] = [
  { room: /^shared\/ipc\//, may: [/^shared\//], packages: /^zod$/ },
  { room: /^shared\/anchoring\//, may: [/^shared\/(?!ipc\/)/], packages: /^(zod|opencc-js)$/ },
  {
    room: /^shared\/(alignment|formulae|recycled)\//,
    may: [/^shared\/(?!ipc\/)/],
    packages: /^(zod|stemmer)$/
  },
  { room: /^shared\//, may: [/^shared\/(?!ipc\/)/], packages: /^zod$/ },
  { room: /^preload\//, may: [/^shared\/ipc\//], packages: /^electron$/ },
  { room: /^main\/index\.ts$/, may: [/^main\//, /^shared\//] },
  { room: /^main\/electron\//, may: [/^main\//, /^shared\//] },
  { room: /^main\/(rpc|cli)/, may: [/^main\/(?!electron\/)/, /^shared\//], packages: /^(?!electron$)/ },
  { room: /^main\//, may: [/^main\/(?!electron\/|rpc\/|cli)/, /^shared\//], packages: /^(?!electron$)/ },
  { room: /^renderer\/state\//, may: [/^renderer\/state\//, /^shared\//] },
  // The guide is part of the app.
  { room: /^renderer\/app\//, may: [/^renderer\//, /^shared\//, /^\.\.\/docs\/user-guide/] },
  { room: /^renderer\/editor\//, may: [/^renderer\/editor\//, /^shared\//], packages: /^prosemirror-/ },
  { room: /^renderer\/ui\//, may: [/^renderer\/(ui|state)\//, /^shared\//] },
  {
    room: /^renderer\/(annotating|versions|revising|writing)\//,
    may: [/^renderer\/(annotating|versions|revising|writing|ui|state)\//, /^shared\//]
  },
  { room: /^renderer\/charts\//, may: [/^renderer\/(charts|ui|state)\//, /^shared\//] }
]
/** A place in the app: itself, what all places share, and nothing of another place. */
const places =
  /^renderer\/(library|reader|compare|themes|annotations|concordance|memos|autocoding|importing|exporting|quotations|formulae|recycled|maintenance)\//

const source = import.meta.dirname
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file))

function importsOf(file: string): { from: string; local: boolean; typeOnly: boolean }[] {
  const text = readFileSync(join(source, file), 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/gms)
  return [...found].map((match) => {
    const from = match[2] ?? match[3] ?? ''
    const local = from.startsWith('.')
    const path = local ? relative(source, resolve(source, dirname(file), from)).replaceAll('\\', '/') : from
    return {
      from: local
        ? path
        : path
            .split('/')
            .slice(0, path.startsWith('@') ? 2 : 1)
            .join('/'),
      local,
      typeOnly: match[1] !== undefined
    }
  })
}

function ruleOf(file: string) {
  const place = places.exec(file)
  if (place)
    return {
      may: [
        new RegExp(`^${place[0]}`),
        /^renderer\/(annotating|versions|revising|writing|charts|editor|ui|state)\//,
        /^shared\//
      ],
      packages: undefined
    }
  return rules.find(({ room }) => room.test(file))
}

describe('the layers', () => {
  it('are kept by every import', () => {
    const breaches = files.flatMap((file) => {
      const rule = ruleOf(file)
      if (!rule) return file === 'layers.test.ts' ? [] : [`${file}: no rule`]
      return importsOf(file)
        .filter(({ from, local }) =>
          local
            ? !rule.may.some((pattern) => pattern.test(from)) && !from.startsWith('renderer/styles')
            : rule.packages && !from.startsWith('node:') && !rule.packages.test(from)
        )
        .map(({ from }) => `${file} -> ${from}`)
    })
    expect(breaches.filter((breach) => !/testing\//.test(breach))).toEqual([])
  })

  it('shared knows no Node', () => {
    const breaches = files
      .filter((file) => file.startsWith('shared/') && !file.includes('/testing/'))
      .filter((file) => importsOf(file).some(({ from }) => from.startsWith('node:')))
    expect(breaches).toEqual([])
  })

  it('have no cycles', () => {
    const known = new Set(files)
    const resolveFile = (path: string) => [`${path}.ts`, `${path}.tsx`].find((each) => known.has(each))
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (file: string, trail: readonly string[]) => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
        return
      }
      state.set(file, 'open')
      for (const { from, local, typeOnly } of importsOf(file)) {
        const target = local && !typeOnly ? resolveFile(from) : undefined
        if (target) visit(target, [...trail, file])
      }
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('are made of small files', () => {
    const long = files.filter((file) => readFileSync(join(source, file), 'utf8').split('\n').length > 350)
    expect(long.filter((file) => !file.startsWith('shared/locales/'))).toEqual([])
  })
})
