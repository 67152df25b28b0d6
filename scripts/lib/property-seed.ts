import fc from 'fast-check'

/** `npm test` draws the same examples each time, so that what failed there fails again; a file run by itself draws others. */
const seed = process.env.VARIORUM_SEED
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) })
