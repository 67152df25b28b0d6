/** So long other work waits at most, in milliseconds. */
const sliceMilliseconds = 8

/** What a generator makes, without the `null`s by which it says that something else may have its turn, which it then gets. */
export async function* inTurns(pieces: Iterable<string | null>): AsyncGenerator<string> {
  let since = performance.now()
  for (const piece of pieces) {
    if (piece !== null) yield piece
    else if (performance.now() - since > sliceMilliseconds) {
      await new Promise((resolve) => setImmediate(resolve))
      since = performance.now()
      // An empty piece lets whoever reads look at its signal.
      yield ''
    }
  }
}
