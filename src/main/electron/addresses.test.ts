import { describe, expect, it } from 'vitest'
import { devServerOf, externalAddress, homePage, isHomePage, isOwnPage, isOwnRequest } from './addresses'

const dev = 'http://localhost:5173'
const run = (ELECTRON_RENDERER_URL?: string, VARIORUM_DEV: string | undefined = '1') => ({
  ELECTRON_RENDERER_URL,
  VARIORUM_DEV
})

describe('the page of a development run', () => {
  it('is taken from a server on this computer, where the development script says so', () => {
    expect(devServerOf(run('http://localhost:5173/'), false)).toBe(dev)
    expect(devServerOf(run('http://127.0.0.1:5173'), false)).toBe('http://127.0.0.1:5173')
  })

  it.each([
    'https://example.org/',
    'http://localhost.example.org:5173/',
    'http://localhost@example.org/',
    'http://example.org/#http://localhost:5173/',
    'file:///tmp/page.html',
    'javascript:alert(1)',
    'localhost:5173',
    ''
  ])('is not taken from %s', (address) => {
    expect(devServerOf(run(address), false)).toBeUndefined()
  })

  it('is never taken in another run, nor by the packaged app or `npm start`', () => {
    expect(devServerOf({ ELECTRON_RENDERER_URL: dev }, false)).toBeUndefined()
    expect(devServerOf(run(dev, '0'), false)).toBeUndefined()
    expect(devServerOf(run(dev), true)).toBeUndefined()
    expect(devServerOf(run(undefined), false)).toBeUndefined()
  })
})

it('knows its one page, and its own origin, from addresses that only begin alike', () => {
  expect(homePage(undefined)).toBe('app://variorum/index.html')
  expect(isHomePage('app://variorum/index.html#main', undefined)).toBe(true)
  for (const url of ['app://variorum/index.html?x', 'app://variorum/third-party-notices.txt', 'about:blank'])
    expect([url, isHomePage(url, undefined)]).toEqual([url, false])
  for (const url of ['app://variorum.example.org/', 'app://variorum', 'blob:app://variorum/x', `${dev}/`])
    expect([url, isOwnPage(url, undefined)]).toEqual([url, false])
  for (const url of [
    'http://localhost:51730/',
    'http://localhost:5173@example.org/',
    'https://localhost:5173/'
  ])
    expect([url, isOwnPage(url, dev)]).toEqual([url, false])
  expect(isOwnPage(`${dev}/src/main.tsx`, dev)).toBe(true)
})

it('lets out nothing but requests for its own files', () => {
  for (const url of ['app://variorum/index.html', 'data:image/png;base64,AA'])
    expect([url, isOwnRequest(url, undefined, false)]).toEqual([url, true])
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://localhost:5173/',
    'wss://example.org/',
    'file:///etc/passwd',
    'blob:app://variorum/x',
    'devtools://devtools/bundled/inspector.html'
  ])
    expect([url, isOwnRequest(url, undefined, false)]).toEqual([url, false])
  expect(isOwnRequest('devtools://devtools/bundled/inspector.html', undefined, true)).toBe(true)
  expect(isOwnRequest('ws://localhost:5173/?token=x', dev, true)).toBe(true)
  expect(isOwnRequest('ws://localhost:9229/', dev, true)).toBe(false)
})

it('15. Do not use shell.openExternal with untrusted content: only http and https are offered', () => {
  expect(externalAddress('https://example.org/a')).toBe('https://example.org/a')
  expect(externalAddress('http://example.org')).toBe('http://example.org/')
  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://example.org/share',
    'ms-msdt:/id',
    'mailto:a@example.org',
    'app://variorum/',
    'vbscript:x',
    'about:blank',
    'nothing'
  ])
    expect([url, externalAddress(url)]).toEqual([url, null])
})
