/** One answer: how sure it was said to be, and whether it was right. */
export interface Said {
  readonly confidence: number
  readonly isRight: boolean
}

/** Characters of the longest bar. */
const barLength = 40

/** A reliability diagram as text: for each tenth of confidence how many were said, and beside what was said what was found. */
export function diagram(title: string, all: readonly Said[]): string[] {
  const lines = ['', title, 'said        n     said  found   found ■, said |']
  for (let tenth = 0; tenth < 10; tenth++) {
    const own = all.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth)
    if (own.length === 0) continue
    const said = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length
    const found = rightShare(own)
    const bar = [...'■'.repeat(Math.round(found * barLength)).padEnd(barLength + 1)]
    bar[Math.round(said * barLength)] = '|'
    lines.push(
      `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)} ${String(own.length).padStart(6)}    ${said.toFixed(2)}  ${found.toFixed(3)}   ${bar.join('')}`
    )
  }
  return lines
}

export function rightShare(all: readonly Said[]): number {
  return all.length === 0 ? Number.NaN : all.filter(({ isRight }) => isRight).length / all.length
}

const logit = (p: number) => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p))
const squash = (x: number) => 1 / (1 + Math.exp(-x))

/**
 * What sets right the confidences of some answers: slope and shift of their log-odds, by gradient descent on the log loss
 * (Platt 1999). Fitted on some families of texts it tells what the shipped numbers owe to another.
 */
export function refit(all: readonly Said[]): (confidence: number) => number {
  let [slope, shift] = [1, 0]
  for (let round = 0; round < 400; round++) {
    let [bySlope, byShift] = [0, 0]
    for (const { confidence, isRight } of all) {
      const x = logit(confidence)
      const off = (isRight ? 1 : 0) - squash(slope * x + shift)
      bySlope += off * x
      byShift += off
    }
    slope += (0.2 * bySlope) / Math.max(1, all.length)
    shift += (0.2 * byShift) / Math.max(1, all.length)
  }
  return (confidence) => squash(slope * logit(confidence) + shift)
}
