import { runPlaywright } from './lib/run-playwright.mjs'

/** `npm run bench`: ratios against floors measured in the same run. It asserts nothing. */
await runPlaywright('playwright.bench.config.ts', process.argv.slice(2))
