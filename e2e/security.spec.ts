import { expect, test } from './fixtures'

test('the page has no way out', async ({ sample: { app, page, requests } }) => {
  const seen = await page.evaluate(async () => {
    const answers: Record<string, unknown> = {}
    answers.node =
      typeof Reflect.get(window, 'require') === 'undefined' &&
      typeof Reflect.get(window, 'process') === 'undefined'
    answers.bridge = Object.keys(Reflect.get(window, 'variorum')).sort().join(' ')
    answers.fetch = await fetch('https://example.org/').then(
      () => 'went through',
      () => 'refused'
    )
    answers.opened = window.open('https://example.org/') === null
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    answers.injected = Reflect.get(window, 'injected') === undefined ? 'refused' : 'ran'
    answers.permission = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused'
    )
    location.href = 'https://example.org/'
    return answers
  })
  expect(seen).toEqual({
    node: true,
    bridge: 'call on',
    fetch: 'refused',
    opened: true,
    injected: 'refused',
    permission: 'refused'
  })
  await expect.poll(() => page.url()).toContain('app://variorum/')
  expect(app.windows()).toHaveLength(1)
  expect(
    requests.filter((url) => !url.startsWith('app://variorum/') && url !== 'https://example.org/')
  ).toEqual([])
})

test('a message that does not fit its schema, or names no method, changes nothing', async ({
  sample: { page }
}) => {
  const call = (method: string, input: unknown) =>
    page.evaluate(([name, payload]) => Reflect.get(window, 'variorum').call(name, payload), [
      method,
      input
    ] as const)
  const bad: readonly (readonly [string, unknown])[] = [
    ['project.do', { type: 'theme.add' }],
    ['project.do', { type: 'project.create', info: {} }],
    ['toString', null],
    ['no.such', null],
    ['document.read', '../../etc/passwd'],
    ['compare.rows', []]
  ]
  for (const [method, input] of bad) {
    const answer = (await call(method, input)) as { ok: boolean; error: { key: string } }
    expect([method, answer.ok, answer.error.key]).toEqual([method, false, 'badRequest'])
  }
})

test('only files of the app are served', async ({ sample: { page } }) => {
  const status = await page.evaluate(async () => {
    const request = new XMLHttpRequest()
    request.open('GET', 'app://variorum/../../package.json', false)
    try {
      request.send()
      return request.status
    } catch {
      return 'refused'
    }
  })
  expect(status).toBe('refused')
})
