import { parentPort, threadId } from 'node:worker_threads'

/** A thread for tests: it does what the text of a search says. Answers with the number of its thread. */
parentPort.on('message', ({ id, input: { text } }) => {
  const [what, amount] = text.split(' ')
  if (what === 'throw') return parentPort.postMessage({ id, error: 'as it was told' })
  if (what === 'die') process.exit(1)
  if (what === 'spin') for (;;);
  if (what === 'wait') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(amount))
  parentPort.postMessage({ id, output: [{ start: threadId, end: threadId }] })
})
