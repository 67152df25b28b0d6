/** Where a page was saved from, and when; empty where that is not said. */
export interface SavedFrom {
  readonly address: string
  /** In whatever way its writer writes a time. */
  readonly accessed: string
}

/** What programs that save pages write into them: browsers a comment at the top, SingleFile one with the time. */
export function savedFrom(page: string): SavedFrom {
  const head = page.slice(0, 4096)
  const single = /Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n(]*)/.exec(head)
  if (single) return { address: single[1] ?? '', accessed: single[2]?.trim() ?? '' }
  return { address: /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/.exec(head)?.[1] ?? '', accessed: '' }
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(address)
}
