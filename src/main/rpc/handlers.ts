import type { Method } from '../../shared/ipc/contract'
import { appHandlers } from './app-handlers'
import { citationHandlers } from './citation-handlers'
import { codingHandlers } from './coding-handlers'
import { concordanceHandlers } from './concordance-handlers'
import { draftHandlers } from './draft-handlers'
import type { Handlers } from './handler-types'
import { later } from './lazy-handlers'
import { keepingHandlers } from './maintenance-handlers'
import { projectHandlers } from './project-handlers'
import { readingHandlers } from './reading-handlers'
import { revisionHandlers } from './revision-handlers'

/** What answers each method of the contract. */
export const handlers: Handlers<Method> = {
  ...appHandlers,
  ...projectHandlers,
  ...keepingHandlers,
  ...draftHandlers,
  ...readingHandlers,
  ...concordanceHandlers,
  ...codingHandlers,
  ...revisionHandlers,
  ...later('compare', async () => (await import('./compare-handlers')).compareHandlers),
  ...later('parallel', async () => (await import('./parallel-handlers')).parallelHandlers),
  ...later('work', async () => (await import('./work-handlers')).workHandlers),
  ...later('import', async () => (await import('./import-handlers')).importHandlers),
  ...later('export', async () => (await import('./export-handlers')).exportHandlers),
  ...citationHandlers,
  ...later('formulae', async () => (await import('./formula-handlers')).formulaHandlers),
  ...later('quality', async () => (await import('./quality-handlers')).qualityHandlers),
  ...later('recycled', async () => (await import('./recycled-handlers')).recycledHandlers),
  ...later('quotations', async () => (await import('./quotation-handlers')).quotationHandlers)
}
