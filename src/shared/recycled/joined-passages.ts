import { runLikeness } from './min-hash'
import type { RecycledPassage, Sentence } from './recycled'

/** The families as passages: where all members of one are followed by all members of another, both are one passage. */
export function joinedPassages(
  sentences: readonly Sentence[],
  groups: readonly (readonly number[])[]
): RecycledPassage[] {
  const groupOf = new Map<number, readonly number[]>()
  for (const group of groups) for (const at of group) groupOf.set(at, group)
  const followers = new Map<readonly number[], readonly number[]>()
  const isFollower = new Set<readonly number[]>()
  for (const group of groups) {
    const next = followerOf(group, sentences, groupOf)
    if (!next) continue
    followers.set(group, next)
    isFollower.add(next)
  }
  return groups
    .filter((group) => !isFollower.has(group))
    .map((first) => passageOf(first, followers, sentences))
}

/** The family that stands right behind another wherever that stands, and nowhere else. */
function followerOf(
  group: readonly number[],
  sentences: readonly Sentence[],
  groupOf: ReadonlyMap<number, readonly number[]>
): readonly number[] | null {
  const [first = -1] = group
  const next = groupOf.get(first + 1)
  if (!next || next === group || next.length !== group.length) return null
  const follows = group.every(
    (at, k) => next[k] === at + 1 && sentences[at]?.document === sentences[at + 1]?.document
  )
  return follows ? next : null
}

function passageOf(
  first: readonly number[],
  followers: ReadonlyMap<readonly number[], readonly number[]>,
  sentences: readonly Sentence[]
): RecycledPassage {
  let last = first
  for (let next = followers.get(last); next; next = followers.get(last)) last = next
  const size = (last[0] ?? 0) - (first[0] ?? 0) + 1
  const tokensAt = (at: number) => {
    const own = sentences.slice(at, at + size).map(({ tokens }) => tokens)
    const all = new Int32Array(own.reduce((sum, { length }) => sum + length, 0))
    let to = 0
    for (const each of own) {
      all.set(each, to)
      to += each.length
    }
    return all
  }
  const model = tokensAt(first[0] ?? 0)
  const places = first.flatMap((at) => {
    const [from, to] = [sentences[at], sentences[at + size - 1]]
    if (!from || !to) return []
    const likeness = Math.round(runLikeness(model, tokensAt(at)) * 1000) / 1000
    return [{ document: from.document, start: from.start, end: to.end, likeness }]
  })
  return { length: model.length, places }
}
