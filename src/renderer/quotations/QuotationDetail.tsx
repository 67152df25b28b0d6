import { placeText } from '../../shared/excerpts/citation'
import { plainText } from '../../shared/export/rich-text'
import { piecesOf, type QuotationPiece, sourcePieces } from '../../shared/quotations/quotation-pieces'
import type { CheckedQuotation, QuotationReport, QuotedPlace } from '../../shared/quotations/quotation-report'
import { remarksOn, verdictText } from '../../shared/quotations/quotation-words'
import { keyLabel } from '../state/commands'
import { i18n, useT, useWords } from '../state/i18n'
import { useProject } from '../state/project'
import { copyCitation, openPlace } from './chosen-place'

interface Props {
  readonly quotation: CheckedQuotation
  readonly report: QuotationReport
}

/** So many places are named at first. */
const mostPlaces = 12

/** A quotation beside what the text says, its citation beside the right one, and where else it stands. */
export function QuotationDetail({ quotation, report }: Props) {
  const t = useT()
  const words = useWords()
  const comma = i18n.language === 'zh-CN' ? '、' : ', '
  const { places, total, status, kind, given } = quotation
  const [place, ...others] = places
  const isShort = status === 'short'
  return (
    <div className="check-detail">
      {kind === 'unmarked' && <p className="check-note">{t('quotations.unmarkedNote')}</p>}
      {status === 'not-found' && <p className="check-note">{t('quotations.notFoundNote')}</p>}
      {status === 'earlier' && <p className="check-note">{t('quotations.earlierNote')}</p>}
      {isShort && <p className="check-note">{place ? t('quotations.shortNote') : t('quotations.nowhere')}</p>}
      {place && !isShort && (
        <>
          {place.differences.length > 0 && (
            <>
              <h3>{t('quotations.manuscript')}</h3>
              <Pieces of={piecesOf(report.text, quotation, place.differences, 'own')} />
            </>
          )}
          <h3>
            {t('quotations.source')} <PlaceName place={place} />
          </h3>
          <Pieces of={sourcePieces(place)} isSource />
          {remarksOn(place, words.quotations, comma).map((each) => (
            <p key={each} className="check-note">
              {each}
            </p>
          ))}
          <dl className="check-citations">
            <dt>{t('quotations.given')}</dt>
            <dd className={given ? '' : 'none'}>{given?.text ?? t('quotations.nothingGiven')}</dd>
            {place.cited.length > 0 && (
              <>
                <dt>{t('quotations.right')}</dt>
                <dd>{plainText(place.cited)}</dd>
              </>
            )}
          </dl>
          {place.verdicts.map((verdict) => (
            <p key={verdict.about} className={`check-verdict ${verdict.verdict}`}>
              {verdictText(verdict, words.quotations)}
            </p>
          ))}
          <div className="check-actions">
            <button type="button" className="button" title={keyLabel('o')} onClick={() => openPlace(place)}>
              {t('quotations.openPassage')}
            </button>
            {place.cited.length > 0 && (
              <button
                type="button"
                className="button"
                title={keyLabel('c')}
                onClick={() => void copyCitation(place)}
              >
                {t('quotations.copyCitation')}
              </button>
            )}
          </div>
        </>
      )}
      <Places places={isShort ? places : others} rest={total - places.length} />
    </div>
  )
}

function Places({ places, rest }: { places: readonly QuotedPlace[]; rest: number }) {
  const t = useT()
  const shown = places.slice(0, mostPlaces)
  const more = places.length - shown.length + Math.max(0, rest)
  if (shown.length === 0) return null
  return (
    <ul className="check-places">
      {shown.map((place) => (
        <li key={`${place.document} ${place.start} ${place.earlier ?? ''}`}>
          <button type="button" className="link-button" onClick={() => openPlace(place)}>
            <PlaceName place={place} />
          </button>
        </li>
      ))}
      {more > 0 && <li className="check-note">{t('quotations.morePlaces', { count: more })}</li>}
    </ul>
  )
}

/** Title of the text, page and paragraph, and the day of an earlier state. */
function PlaceName({ place }: { place: QuotedPlace }) {
  const words = useWords()
  const title = useProject((project) => project.state.documents[place.document]?.title)
  const citation = { ...words.citation, renderings: words.rendering }
  const at = place.locator ? placeText(place.locator, citation) : ''
  const earlier = place.earlier && words.citation.earlier.replace('{{date}}', place.earlier.slice(0, 10))
  return <span className="check-where">{[title, at, earlier].filter(Boolean).join(', ')}</span>
}

function Pieces({ of, isSource = false }: { of: readonly QuotationPiece[]; isSource?: boolean }) {
  const t = useT()
  let at = 0
  return (
    <blockquote className={isSource ? 'check-source' : 'check-own'} dir="auto">
      {of.map(({ text, kind }) => {
        const key = `${at} ${kind ?? ''}`
        at += text.length + 1
        if (kind === null) return <span key={key}>{text}</span>
        // What the other side has and this one has not is a place without words.
        if (text === '')
          return isSource ? null : (
            <mark key={key} className="gap" title={t('quotations.leftOutHere')}>
              ‸
            </mark>
          )
        return (
          <mark key={key} className={kind} title={t(`quotations.difference.${kind}`)}>
            {text}
          </mark>
        )
      })}
    </blockquote>
  )
}
