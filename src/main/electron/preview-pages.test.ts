import { describe, expect, it } from 'vitest'
import { isOwnRequest, isPreviewPage } from './addresses'
import { PreviewPages } from './preview-pages'

describe('pages that are shown before they are exported', () => {
  it('are found under their address, with a policy that runs and loads nothing', async () => {
    const pages = new PreviewPages()
    const address = pages.keep('<h1>Excerpts</h1><script>alert(1)</script>')
    expect(isPreviewPage(address) && isOwnRequest(address, undefined, false)).toBe(true)
    const answer = pages.answer(address)
    expect(answer?.data.toString()).toContain('Excerpts')
    const policy = answer?.headers['content-security-policy']?.split('; ')
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "form-action 'none'", 'sandbox']))
    expect(policy?.some((each) => each.startsWith('script-src') || each.startsWith('connect-src'))).toBe(
      false
    )
  })

  it('go when newer ones take their place', () => {
    const pages = new PreviewPages()
    const addresses = Array.from({ length: 20 }, (_, at) => pages.keep(`<p>${at}</p>`))
    expect(pages.answer(addresses[0] ?? '')).toBeNull()
    expect(pages.answer(addresses[19] ?? '')).not.toBeNull()
  })

  it('are the only addresses that a frame may go to', () => {
    const address = new PreviewPages().keep('')
    expect(isPreviewPage(`${address}#note-1`)).toBe(true)
    for (const other of [
      'app://variorum/index.html',
      'app://variorum/preview/',
      'app://variorum/preview/../index.html',
      'app://elsewhere/preview/abc',
      'https://example.org/app://variorum/preview/abc',
      'about:blank',
      'data:text/html,x'
    ])
      expect([other, isPreviewPage(other)]).toEqual([other, false])
  })
})
