import type { Imported } from '../../shared/ipc/import-answers'
import { i18n } from '../state/i18n'

/** What an import brought in, in one sentence. */
export function outcomeTold({ documents, highlights, references }: Imported): string {
  const { found, toConfirm, orphans, known } = highlights
  const waiting = toConfirm + orphans
  const told = [
    documents.length > 0 ? i18n.t('import.done', { count: documents.length }) : '',
    found > 0 ? i18n.t('sidecar.found', { count: found }) : '',
    waiting > 0 ? i18n.t('sidecar.waiting', { count: waiting }) : '',
    known > 0 ? i18n.t('sidecar.alreadyThere', { count: known }) : '',
    references > 0 ? i18n.t('sidecar.references', { count: references }) : ''
  ].filter(Boolean)
  return told.length > 0 ? told.join(' · ') : i18n.t('sidecar.codebookTaken')
}

/** What is ready to come in, in a few words. */
export function readyTold(texts: number, said: number): string {
  const told = [
    texts > 0 ? i18n.t('import.ready', { count: texts }) : '',
    said > 0 ? i18n.t('sidecar.ready', { count: said }) : ''
  ].filter(Boolean)
  return told.length > 0 ? told.join(' · ') : i18n.t('import.nothing')
}
