/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One line of the table: p50 and p95 in milliseconds, and the ratio to a floor measured in the same run. */
export function row(
  name: string,
  samples: readonly number[],
  floor?: readonly number[],
  bar?: string
): string {
  const ms = (value: number) => value.toFixed(2).padStart(9)
  const p50 = percentile(samples, 0.5)
  const p95 = percentile(samples, 0.95)
  const ratios = floor
    ? `  ratio p50 ${(p50 / percentile(floor, 0.5)).toFixed(2)}, p95 ${(p95 / percentile(floor, 0.95)).toFixed(2)}`
    : ''
  return `${name.padEnd(46)} p50 ${ms(p50)} ms  p95 ${ms(p95)} ms${ratios}${bar ? `  (bar: ${bar})` : ''}`
}
