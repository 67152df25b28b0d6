/** How far outside the window something is drawn beforehand. */
const margin = '800px 0px'

/**
 * Draws what is in sight or near it, and the rest when it comes near: a long work opens at once. What was drawn before the last
 * change is drawn again.
 */
export class NearSight {
  private readonly near = new Set<Element>()
  private readonly drawn = new Map<Element, number>()
  private readonly all = new Set<Element>()
  private state = 0
  private readonly observer: IntersectionObserver

  constructor(private readonly draw: (element: Element) => void) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.near.add(target)
          else this.near.delete(target)
          if (isIntersecting) this.bring(target)
        }
      },
      { rootMargin: margin }
    )
    window.addEventListener('beforeprint', () => {
      for (const each of this.all) this.bring(each)
    })
  }

  watch(element: Element): void {
    this.all.add(element)
    this.observer.observe(element)
  }

  /** Something has changed for all of them. */
  redraw(): void {
    this.state++
    for (const each of this.near) this.bring(each)
  }

  /** Draws one now, wherever it stands. */
  bring(element: Element): void {
    if ((this.drawn.get(element) ?? 0) === this.state) return
    this.drawn.set(element, this.state)
    this.draw(element)
  }
}
