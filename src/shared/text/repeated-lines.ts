/** What stays of a line when dates and numbers change from page to page: by this the same line of a site is told again. */
export function lineShape(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().slice(0, 300)
}

/** Where a text comes from, as far as it tells: the host of its address, or its publisher. Empty where neither is known. */
export function siteOf({
  source,
  publisher
}: {
  readonly source: string
  readonly publisher: string
}): string {
  const host = /^https?:\/\/([^/?#\s]+)/i.exec(source)?.[1]
  return (host ?? publisher).trim().toLowerCase()
}
