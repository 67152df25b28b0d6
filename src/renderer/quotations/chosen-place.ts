import { plainText } from '../../shared/export/rich-text'
import { currentText } from '../../shared/model/current-text'
import type { QuotedPlace } from '../../shared/quotations/quotation-report'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { navigate } from '../state/navigation'
import { currentProject } from '../state/project'
import { showError, showToast } from '../state/toasts'
import type { CheckDesk } from './check-desk'

/** Goes to a passage that is quoted. Where the text is another by now that is said instead. */
export function openPlace({ document: id, revision, start, end }: QuotedPlace): void {
  const document = currentProject().state.documents[id]
  if (!document || currentText(document) !== revision) return void showToast(i18n.t('quotations.changed'))
  navigate({ name: 'reader', document: id, at: start, end })
}

/** Puts the right citation of a place on the clipboard. */
export async function copyCitation({ cited }: QuotedPlace): Promise<void> {
  const copied = await call('clipboard.write', plainText(cited))
  if (copied.ok) showToast(i18n.t('quotations.copied'))
  else showError(copied.error)
}

function chosenPlace(desk: CheckDesk): QuotedPlace | null {
  const { kept, chosen } = desk.store.getState()
  return kept?.report.quotations[chosen]?.places[0] ?? null
}

export function openChosen(desk: CheckDesk): void {
  const place = chosenPlace(desk)
  if (place) openPlace(place)
}

export async function copyChosen(desk: CheckDesk): Promise<void> {
  const place = chosenPlace(desk)
  if (place && place.cited.length > 0) await copyCitation(place)
}
