/** A stretch of a sentence that is set apart: offsets within it (UTF-16), a class, and what it means. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly title: string
}

/** Puts an element of its own around each stretch of a sentence's words, and takes away those of before. Words stay as they are. */
export function decorate(sentence: HTMLElement, stretches: readonly Stretch[]): void {
  const old = sentence.querySelectorAll('.d')
  for (const each of old) each.replaceWith(...each.childNodes)
  if (old.length > 0) sentence.normalize()
  if (stretches.length === 0) return
  let offset = 0
  for (const node of textNodes(sentence)) {
    const length = node.data.length
    const own = { start: offset, end: offset + length }
    offset = own.end
    const touching = stretches.filter(({ start, end }) => start < own.end && end > own.start)
    if (touching.length > 0) cutText(node, own.start, touching)
  }
}

function textNodes(element: Node): Text[] {
  const found: Text[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode)
  return found
}

function cutText(node: Text, from: number, stretches: readonly Stretch[]): void {
  const { data } = node
  const cuts = new Set([0, data.length])
  for (const { start, end } of stretches)
    for (const each of [start - from, end - from]) if (each > 0 && each < data.length) cuts.add(each)
  const ordered = [...cuts].sort((a, b) => a - b)
  const pieces = ordered.slice(0, -1).map((start, at): Node => {
    const end = ordered[at + 1] ?? data.length
    let piece: Node = document.createTextNode(data.slice(start, end))
    for (const each of stretches) {
      if (each.start - from > start || each.end - from < end) continue
      const own = document.createElement('span')
      own.className = `d ${each.kind}`
      if (each.title !== '') own.title = each.title
      own.append(piece)
      piece = own
    }
    return piece
  })
  node.replaceWith(...pieces)
}
