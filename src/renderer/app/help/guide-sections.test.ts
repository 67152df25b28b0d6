import { describe, expect, it } from 'vitest'
import english from '../../../../docs/user-guide.md?raw'
import chinese from '../../../../docs/user-guide.zh-CN.md?raw'
import { enCommands } from '../../../shared/locales/en-commands'
import { guideSections, sectionsWith } from './guide-sections'

it('cuts the guide at its headings, without pictures, and finds what is looked for', () => {
  const sections = guideSections(english)
  expect(sections.length).toBeGreaterThan(20)
  expect(sections[0]).toMatchObject({ title: 'The first minutes', depth: 2 })
  expect(sections.some(({ text }) => text.includes('!['))).toBe(false)
  expect(sectionsWith(sections, 'backups')[0]?.title).toBe('Backups')
  expect(sectionsWith(sections, 'zzqx')).toEqual([])
  expect(sectionsWith(sections, ' ')).toBe(sections)
  expect(sectionsWith(guideSections(chinese), '备份')[0]?.title).toBe('备份')
})

/** The parts of a guide from heading to heading, pictures and all. */
function parts(markdown: string): string[] {
  return markdown.split(/^(?=#{2,3} )/m).slice(1)
}

/** Keys with a modifier, and what stands in code, of a part of a guide; sorted, each once. */
function named(part: string): string[] {
  const prose = part.replaceAll(/```[\s\S]*?```/g, '')
  const keys = prose.match(
    /(?:Ctrl|Shift|Alt)\+(?:Shift\+|Alt\+)?(?:[A-Z]\b|[1-9]\b|Enter|Backspace|F3|[←→↑↓[\]])/g
  )
  const code = prose.match(/`[^`\n]+`/g)
  return [...new Set([...(keys ?? []), ...(code ?? [])])].sort()
}

const pictures = (part: string) => [...part.matchAll(/\]\((screenshots\/[^)]+)\)/g)].map(([, file]) => file)
const blocks = (part: string) => part.match(/```[\s\S]*?```/g) ?? []

describe('the guides in both languages', () => {
  const pairs = parts(english).map((part, index) => ({
    title: part.split('\n')[0] ?? '',
    part,
    other: parts(chinese)[index] ?? ''
  }))

  it('have the same sections, equally deep', () => {
    const depths = (markdown: string) => guideSections(markdown).map(({ depth }) => depth)
    expect(depths(chinese)).toEqual(depths(english))
  })

  it.each(pairs)('name the same keys, pictures and commands: $title', ({ part, other }) => {
    expect(named(other)).toEqual(named(part))
    expect(pictures(other)).toEqual(pictures(part))
    expect(blocks(other)).toEqual(blocks(part))
    const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|')).length
    expect(rows(other)).toBe(rows(part))
  })
})

describe('what the guide names', () => {
  /** All source files of the window, where commands and their keys are registered. */
  const sources = Object.values(
    import.meta.glob<string>(['../../**/*.ts', '../../**/*.tsx', '!../../**/*.test.ts'], {
      query: '?raw',
      import: 'default',
      eager: true
    })
  ).join('\n')
  const registered = new Set(
    [...sources.matchAll(/'((?:Mod|Alt|Shift)\+[^'\s]+|[A-Za-z0-9/?.|&{}()[\]]|F\d+)'/g)].map(
      ([, key]) => key
    )
  )

  it('are keys that do something', () => {
    const keys = new Set(
      parts(english)
        .flatMap(named)
        .filter((each) => /^(?:Ctrl|Alt)\+(?:Shift\+|Alt\+)?[A-Z1-9[\]]$/.test(each))
    )
    expect(keys.size).toBeGreaterThan(20)
    const missing = [...keys].filter((key) => {
      const mod = key.replace('Ctrl', 'Mod')
      // Digits of Alt stand for the marks, made by number; with Alt letters are small.
      return ![mod, mod.replace(/[A-Z]$/, (letter) => letter.toLowerCase())].some((each) =>
        registered.has(each)
      )
    })
    expect(missing).toEqual([])
  })

  it('are commands that there are', () => {
    const commands = Object.values(enCommands.command)
    const wanted = [...english.matchAll(/\*([A-Z][^*\n]+…)\*/g)].map(([, name]) => name ?? '')
    expect(wanted.length).toBeGreaterThan(5)
    const catalogue = JSON.stringify(
      Object.values(
        import.meta.glob('../../../shared/locales/en*.ts', { eager: true, query: '?raw', import: 'default' })
      )
    )
    const unknown = wanted.filter((name) => {
      const short = name.split(' › ').at(-1) ?? name
      return !commands.some((each) => each === short) && !catalogue.includes(short)
    })
    expect(unknown).toEqual([])
  })

  it('are in Chinese what the app calls them', () => {
    const catalogue = JSON.stringify(
      Object.values(
        import.meta.glob('../../../shared/locales/zh-cn*.ts', {
          eager: true,
          query: '?raw',
          import: 'default'
        })
      )
    )
    const wanted = [...chinese.matchAll(/“([^”\n]+…)”/g)].map(([, name]) => name ?? '')
    expect(wanted.length).toBeGreaterThan(15)
    const unknown = wanted.filter((name) => !catalogue.includes(`'${name.split(' › ').at(-1) ?? name}'`))
    expect(unknown).toEqual([])
  })
})
