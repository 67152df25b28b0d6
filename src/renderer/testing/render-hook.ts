import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, vi } from 'vitest'

/** A hook as a component has it. */
export interface RenderedHook<P, R> {
  /** What the hook gave last. */
  readonly now: () => R
  /** How often it has been drawn. */
  readonly draws: () => number
  readonly draw: (props: P) => void
  readonly leave: () => void
}

/** Sizes where nothing is laid out: none of them ever changes. */
class UnseenSizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/**
 * A page without a window, in which hooks run as they do in components. Nothing is laid out in it, and what waits for the next
 * picture has its turn at once after what is under way. Comes after `JoinedWindow`, whose window it uses.
 */
export class HookPage {
  /** What has the focus; the body where nothing has. */
  focused: Element | null = null
  private readonly open = new Set<() => void>()

  constructor() {
    beforeEach(() => {
      const { document, window: page } = parseHTML('<!doctype html><body></body>')
      this.focused = null
      Object.defineProperty(document, 'activeElement', { get: () => this.focused ?? document.body })
      if (typeof window === 'undefined')
        vi.stubGlobal('window', Object.assign(new EventTarget(), { document }))
      else Object.assign(window, { document })
      vi.stubGlobal('document', document)
      vi.stubGlobal('navigator', { userAgent: 'X11; Linux' })
      vi.stubGlobal('HTMLElement', page.HTMLElement)
      vi.stubGlobal('HTMLInputElement', page.HTMLInputElement)
      vi.stubGlobal('HTMLIFrameElement', page.HTMLIFrameElement ?? class {})
      vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) =>
        setTimeout(() => draw(performance.now()))
      )
      vi.stubGlobal('cancelAnimationFrame', clearTimeout)
      vi.stubGlobal('ResizeObserver', UnseenSizes)
      vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    })
    afterEach(() => {
      for (const leave of [...this.open]) leave()
    })
  }

  async render<P, R>(hook: (props: P) => R, props: P): Promise<RenderedHook<P, R>> {
    const [{ createElement }, { createRoot }, { flushSync }] = await Promise.all([
      import('react'),
      import('react-dom/client'),
      import('react-dom')
    ])
    const root = createRoot(document.createElement('div'))
    const given: R[] = []
    function Probe({ own }: { readonly own: P }) {
      given.push(hook(own))
      return null
    }
    const draw = (own: P) => flushSync(() => root.render(createElement(Probe, { own })))
    const leave = () => {
      if (this.open.delete(leave)) flushSync(() => root.unmount())
    }
    this.open.add(leave)
    draw(props)
    return {
      now: () => {
        const last = given.at(-1)
        if (given.length === 0) throw new Error('nothing is drawn')
        return last as R
      },
      draws: () => given.length,
      draw,
      leave
    }
  }
}
