/** A setting of a stretch of text, in UTF-16 offsets within it, end exclusive. */
export interface SetSpan<Setting> {
  readonly start: number
  readonly end: number
  readonly setting: Setting
}

export interface Segment<Setting> {
  readonly start: number
  readonly end: number
  /** The settings that hold here, in the order in which they were given. */
  readonly settings: readonly Setting[]
}

/** Cuts a text wherever a setting begins or ends: the segments, one after another, make up the whole of it. */
export function segmentsOf<Setting>(
  length: number,
  spans: readonly SetSpan<Setting>[],
  cuts: readonly number[] = []
): Segment<Setting>[] {
  const within = spans.filter(({ start, end }) => end > start && start < length && end > 0)
  const places = [...within.flatMap(({ start, end }) => [start, end]), ...cuts, 0, length]
  const edges = [...new Set(places.map((at) => Math.min(length, Math.max(0, at))))].sort((a, b) => a - b)
  const byStart = within.map((span, order) => ({ ...span, order })).sort((a, b) => a.start - b.start)
  let next = 0
  let active: typeof byStart = []
  return edges.slice(1).map((end, at) => {
    const start = edges[at] ?? 0
    active = active.filter((span) => span.end > start)
    for (let span = byStart[next]; span && span.start <= start; span = byStart[++next])
      if (span.end > start) active.push(span)
    const settings = [...active].sort((a, b) => a.order - b.order).map(({ setting }) => setting)
    return { start, end, settings }
  })
}
