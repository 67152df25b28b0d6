import { type ComponentType, useEffect, useState } from 'react'

/** A view whose code comes later. */
type LazyView<P extends object> = ComponentType<P> & {
  /** Fetches the code before anybody asks for the view: it is then drawn at once. */
  readonly prepare: () => Promise<void>
}

/**
 * A component whose code is fetched when it is first shown. React's own `lazy` holds what it reveals back by up to
 * 300 ms after a fallback was shown; this shows it as soon as it is there.
 */
export function lazyView<P extends object>(load: () => Promise<ComponentType<P>>): LazyView<P> {
  let loaded: ComponentType<P> | null = null
  const prepare = async () => {
    loaded ??= await load()
  }
  function Later(props: P) {
    const [, redraw] = useState(false)
    useEffect(() => {
      if (loaded) return
      let current = true
      void prepare().then(() => {
        if (current) redraw(true)
      })
      return () => {
        current = false
      }
    }, [])
    const Loaded = loaded
    return Loaded ? <Loaded {...props} /> : null
  }
  return Object.assign(Later, { prepare })
}
