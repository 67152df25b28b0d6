import type { LineFacts } from './line-facts'

/**
 * A number for a line that looks random and depends on the seed, the document and the place alone: two lines keep their order,
 * whatever other lines there are. Murmur3's finaliser over FNV-1a.
 */
export function lineChance(facts: LineFacts, seed: number): (line: number) => number {
  const ofDocument = facts.documents.map(({ id }) => {
    let hash = (0x811c9dc5 ^ seed) >>> 0
    for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
    return hash
  })
  return (line) => {
    let hash = ofDocument[facts.document[line] ?? 0] ?? 0
    for (const part of [facts.start[line] ?? 0, facts.end[line] ?? 0])
      hash = mixed(Math.imul(hash ^ part, 0x01000193))
    return mixed(hash ^ seed)
  }
}

function mixed(given: number): number {
  let hash = given
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
