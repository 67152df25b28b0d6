import type { Method } from '../../shared/ipc/contract'
import { appHandlers } from './app-handlers'
import { citationHandlers } from './citation-handlers'
import { codingHandlers } from './coding-handlers'
import { compareHandlers } from './compare-handlers'
import { draftHandlers } from './draft-handlers'
import { exportHandlers } from './export-handlers'
import type { Handlers } from './handler-types'
import { importHandlers } from './import-handlers'
import { keepingHandlers } from './maintenance-handlers'
import { parallelHandlers } from './parallel-handlers'
import { projectHandlers } from './project-handlers'
import { readingHandlers } from './reading-handlers'
import { revisionHandlers } from './revision-handlers'
import { workHandlers } from './work-handlers'

/** What answers each method of the contract. */
export const handlers: Handlers<Method> = {
  ...appHandlers,
  ...projectHandlers,
  ...keepingHandlers,
  ...draftHandlers,
  ...readingHandlers,
  ...codingHandlers,
  ...compareHandlers,
  ...workHandlers,
  ...parallelHandlers,
  ...revisionHandlers,
  ...importHandlers,
  ...exportHandlers,
  ...citationHandlers
}
