import { runPlaywright } from './lib/run-playwright.mjs'

/** `npm run pictures`: draws the pictures of the guide anew, from the real app. */
await runPlaywright('playwright.pictures.config.ts', process.argv.slice(2))
