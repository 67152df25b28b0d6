import type { Events } from '../../shared/ipc/answers'

/** Whoever hears of the progress. */
interface Audience {
  broadcast(event: 'progress', payload: Events['progress']): void
}

/** Work that takes longer than this says how far it is. */
const patience = 300

/** Does work that may take long; its progress is told to every window once it has taken a while. */
export async function withProgress<T>(
  host: Audience,
  work: (progress: (done: number, total: number) => void) => Promise<T>
): Promise<T> {
  const start = performance.now()
  let told = 0
  try {
    return await work((done, total) => {
      const now = performance.now()
      if (now - start < patience || now - told < 100) return
      told = now
      host.broadcast('progress', { done, total })
    })
  } finally {
    if (told > 0) host.broadcast('progress', null)
  }
}
