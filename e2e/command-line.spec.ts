import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cli, expect, seeds, test } from './fixtures'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

function variorum(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

test('a script makes a project, annotates, searches, exports and verifies without a window', async ({
  data
}) => {
  const project = join(data, 'project')
  expect((await variorum('new', project, '--sample', '--uncoded')).code).toBe(0)
  const list = JSON.parse((await variorum('list', project, '--json')).out)
  expect(list).toHaveLength(20)
  expect(list.find((each: { title: string }) => each.title.startsWith('A Harvest'))).toMatchObject({
    date: '2021-09-24',
    event: '2021-09-23',
    language: 'en',
    publisher: 'Provincial Government Information Office'
  })
  const shown = JSON.parse((await variorum('show', project, 'A Harvest Festival', '--json')).out)
  const text = shown.blocks.map((block: { text: string }) => block.text).join('\n')
  for (const block of shown.blocks) expect(text.slice(block.start, block.end)).toBe(block.text)

  const quote = [
    '--quote',
    'giant panda of farmland',
    '--theme',
    'Animals/Pandas',
    '--memo',
    'a simile',
    '--json'
  ]
  const made = JSON.parse((await variorum('annotate', project, 'A Harvest Festival', ...quote)).out)
  expect(text.slice(made.selector.start, made.selector.end)).toBe('giant panda of farmland')
  const chapter = join(data, 'chapter.md')
  await writeFile(chapter, 'He calls it “the giant panda of farmlands” (Clerk 2019).\n')
  const checked = await variorum('quotations', project, chapter, '--style', 'apa', '--json')
  expect(JSON.parse(checked.out)).toMatchObject({
    style: 'apa',
    quotations: [{ status: 'altered', places: [{ text: 'the giant panda of farmland' }] }]
  })
  expect(checked.err).toContain('Altered: 1')
  const twice = await variorum('annotate', project, 'A Harvest Festival', '--quote', 'grain', '--theme', 'X')
  expect([twice.code, twice.out]).toEqual([1, ''])
  expect(twice.err).toContain('--nth')
  expect(
    (
      await variorum(
        'annotate',
        project,
        'A Harvest Festival',
        '--quote',
        'grain',
        '--theme',
        'X',
        '--nth',
        '2'
      )
    ).code
  ).toBe(0)

  const hits = JSON.parse((await variorum('search', project, 'GIANT PANDA', '--json')).out)
  expect(hits.map((hit: { hit: string }) => hit.hit)).toEqual(['giant panda', 'giant panda'])
  const paths = { md: 'Animals › Pandas', html: 'Animals › Pandas', csv: 'Animals/Pandas' }
  for (const [format, path] of Object.entries(paths)) {
    const out = join(data, `out.${format}`)
    expect(
      (await variorum('export', project, '--format', format, '--out', out, '--theme', 'Animals')).code
    ).toBe(0)
    const written = await readFile(out, 'utf8')
    expect(written).toContain('giant panda of farmland')
    expect(written).toContain(path)
    expect(written).not.toContain('\nX')
  }
  const verified = await variorum('verify', project, '--json')
  expect([verified.code, JSON.parse(verified.out).problems]).toEqual([0, []])
})

test('refusals are 1 with a sentence, wrong usage is 2', async ({ data }) => {
  await mkdir(join(data, 'plain'))
  const cases: readonly (readonly [number, readonly string[]])[] = [
    [2, []],
    [2, ['no-such']],
    [2, ['new']],
    [2, ['export', data, '--format', 'doc', '--out', 'x']],
    [2, ['list', data, '--nonsense']],
    [1, ['list', join(data, 'nowhere')]],
    [1, ['list', join(data, 'plain')]],
    [1, ['align', join(data, 'none'), join(data, 'none')]]
  ]
  for (const [code, args] of cases) {
    const ran = await variorum(...args)
    expect([args, ran.code]).toEqual([args, code])
    if (code === 1) expect(ran.err).toMatch(/^variorum: .+\.\s*$|^variorum: .+/)
  }
})

test('import takes what it can and says what it could not', async ({ data }) => {
  const project = join(data, 'project')
  await variorum('new', project)
  await writeFile(join(data, 'a.txt'), 'A title\n\nOn May 3, 2020 it rained.')
  await writeFile(join(data, 'b.txt'), Buffer.from([0, 0, 0]))
  const first = JSON.parse(
    (await variorum('import', project, join(data, 'a.txt'), join(data, 'b.txt'), '--json')).out
  )
  expect(first.map((each: { status: string }) => each.status)).toEqual(['imported', 'refused'])
  const again = JSON.parse((await variorum('import', project, join(data, 'a.txt'), '--json')).out)
  expect(again[0]).toMatchObject({ status: 'known', documents: first[0].documents })
})

test('a reader that has seen enough leaves no lock behind', async ({ data }) => {
  const project = join(data, 'project')
  await variorum('new', project)
  await writeFile(join(data, 'a.txt'), 'A title\n\nIt rained, and it rained.')
  await variorum('import', project, join(data, 'a.txt'))
  const child = spawn(process.execPath, [
    ...[cli, 'annotate', project, 'A title', '--quote', 'and it rained'],
    ...['--theme', 'Weather', '--json']
  ])
  child.stdout.destroy()
  const [code] = await once(child, 'exit')
  expect([code, existsSync(join(project, '.lock'))]).toEqual([0, false])
  const out = join(data, 'out.csv')
  await variorum('export', project, '--format', 'csv', '--out', out)
  expect(await readFile(out, 'utf8')).toContain('Weather')
})

test('align prints the links that scorers want', async ({ data }) => {
  await writeFile(join(data, 'a.txt'), 'It rained in 2018.\n\nThe river rose. It fell.\n')
  await writeFile(join(data, 'b.txt'), 'In 2018 there was rain.\nThe river rose and fell.\n')
  const links = JSON.parse((await variorum('align', join(data, 'a.txt'), join(data, 'b.txt'), '--links')).out)
  expect(links).toEqual([
    [[0], [0]],
    [[1], [1]]
  ])
  const full = JSON.parse((await variorum('align', join(data, 'a.txt'), join(data, 'b.txt'))).out)
  expect(full[0]).toMatchObject({ a: [0], b: [0] })
})

test('anchor finds passages from standard input, and says how sure it is', async ({ data }) => {
  const text = join(data, 'text.txt')
  await writeFile(
    text,
    'Each year in May the rule of the single visit is read out in every office of the port.\r\nNobody laughs.\r\n'
  )
  const selectors = [
    {
      exact: 'rule of the single visit',
      prefix: 'Every year in May the ',
      suffix: ' is read out in every',
      start: 22,
      end: 46
    },
    { exact: 'Nobody laughed.', prefix: 'in every office of the port.\n', suffix: '', start: 88, end: 103 },
    {
      exact: 'a ferry on Sundays',
      prefix: 'There is also ',
      suffix: ' for the islanders',
      start: 300,
      end: 318
    }
  ]
  const ran = await new Promise<Ran>((resolve) => {
    const child = execFile(process.execPath, [cli, 'anchor', text], (error, out, err) =>
      resolve({ code: error ? 1 : 0, out, err })
    )
    child.stdin?.end(selectors.map((each) => JSON.stringify(each)).join('\n'))
  })
  expect(ran.err).toBe('')
  const found = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(found.map((each) => each.status)).toEqual(['exact', 'fuzzy', 'orphan'])
  expect(found[0]).toMatchObject({ start: 21, end: 45 })
  expect(found[1]).toMatchObject({ start: 87, end: 101 })
  expect((await variorum('anchor')).code).toBe(2)
})

test('verify names what is damaged and touches nothing; repair mends it from a backup', async ({ data }) => {
  const project = join(data, 'project')
  await variorum('new', project, '--sample', '--uncoded')
  expect((await variorum('list', project)).code).toBe(0)
  const texts = join(project, 'texts')
  const [name = ''] = await readdir(texts)
  const damaged = (await readFile(join(texts, name), 'utf8')).replace('e', 'x')
  await writeFile(join(texts, name), damaged)
  const verified = await variorum('verify', project, '--json')
  expect(verified.code).toBe(1)
  expect(verified.out).toContain(name)
  expect(await readFile(join(texts, name), 'utf8')).toBe(damaged)
  const repaired = await variorum('repair', project)
  expect(repaired.err).toContain(`texts/${name} was brought back from a backup`)
  expect(repaired.code).toBe(0)
  expect((await variorum('verify', project)).code).toBe(0)
})

test('the five real texts get their right metadata', async ({ data }) => {
  if (!seeds) console.log('skipped: metadata of the real texts (their folder is not there)')
  test.skip(!seeds, 'the folder of real texts is not there')
  const project = join(data, 'project')
  await variorum('new', project)
  await variorum('import', project, seeds ?? '')
  const list = JSON.parse((await variorum('list', project, '--json')).out) as Record<string, string | null>[]
  const facts = list
    .map(({ date, event, rendering, publisher }) => [date, event, rendering, publisher])
    .sort()
  expect(facts).toEqual([
    [null, null, 'unknown', ''],
    [null, '2021-11-16', 'machine', '夜网419'],
    ['2018-12-05', '2018-12-03', 'unofficial', 'Jilin Provincial Investment Promotion Website'],
    ['2018-12-11', '2018-12-07', 'unofficial', 'Jilin Provincial Investment Promotion Website'],
    ['2022-05-29', '2022-02-16', 'machine', '']
  ])
})
