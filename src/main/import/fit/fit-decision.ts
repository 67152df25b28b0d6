import { basename } from 'node:path'
import { Work } from '../../../shared/model/work'
import type { Decision } from '../decision'
import { nameAsTitle } from '../propose/title'
import { fitEncoding, fitMetadata } from './fit-metadata'
import { fitText } from './fit-text'
import type { Fitter } from './fitter'

const workTitleLimit = Work.shape.title.maxLength ?? 0

/** What was decided about a text, within the bounds of what a project holds. */
export function fitDecision(fit: Fitter, own: Decision): Decision {
  const name = basename(own.path)
  const parsed = fitText(own.parsed, name)
  return {
    ...own,
    parsed: { ...parsed, encoding: fitEncoding(parsed.encoding) },
    metadata: fitMetadata(fit, own.metadata, nameAsTitle(name)),
    work: fitWork(fit, own.work)
  }
}

function fitWork(fit: Fitter, work: Decision['work']): Decision['work'] {
  if (work === null || 'id' in work) return work
  const title = fit.name('work', work.title, workTitleLimit)
  return title.trim() === '' ? null : { title }
}
