import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component whose code is fetched when it is first shown. React's own `lazy` holds what it reveals back by up to
 * 300 ms after a fallback was shown; this shows it as soon as it is there.
 */
export function lazyView<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null
  return function Later(props: P) {
    const [, redraw] = useState(false)
    useEffect(() => {
      if (loaded) return
      let current = true
      void load().then((component) => {
        loaded = component
        if (current) redraw(true)
      })
      return () => {
        current = false
      }
    }, [])
    const Loaded = loaded
    return Loaded ? <Loaded {...props} /> : null
  }
}
