import { CornerDownRight, Link2, Link2Off } from 'lucide-react'
import type { LinkedPassage, RenderingHere } from '../../shared/ipc/compare-answers'
import type { Annotation } from '../../shared/model/annotation'
import { themesOf } from '../../shared/model/codings'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useSlices } from '../state/project'
import { themeColour } from '../state/theme-names'
import { showError } from '../state/toasts'
import { Chip } from '../ui/ThemeDot'
import { activate } from './active'
import { carry, placeIn, unlink } from './carry-to-versions'
import { shownAnnotation } from './target'

interface Props {
  readonly annotation: Annotation
  readonly here: RenderingHere
}

/** One other version: what it says there, and what can be done about it. */
export function RenderingOffer({ annotation, here }: Props) {
  const t = useT()
  const { documents } = useSlices('documents')
  const document = documents[here.document]
  const { text, said, linked, there } = here
  const carryTo = (part: typeof said) => void carry(annotation, [placeIn(here, part)])
  return (
    <div>
      <dt title={document?.title}>
        {linked && <Link2 size={13} aria-label={t('parallel.linked')} />}
        {t(`rendering.${document?.rendering ?? 'unknown'}`)}
      </dt>
      <dd lang={document?.language}>
        {text === '' ? <em>{t('compare.leftOut')}</em> : <Said here={here} />}
        {linked && <Linked annotation={annotation} here={here} linked={linked} />}
        {!linked && text !== '' && (
          <span className="offer-actions">
            {there ? (
              <button
                type="button"
                className="link"
                title={there.exact}
                onClick={() => void carry(annotation, [{ document: here.document, annotation: there.id }])}
              >
                <Link2 size={12} aria-hidden />
                {t('parallel.linkThere')}
              </button>
            ) : (
              <>
                <span className="offer-to">
                  <CornerDownRight size={12} aria-hidden /> {t('annotation.highlight')}
                </span>
                {said && (
                  <button
                    type="button"
                    className="link"
                    aria-label={t('parallel.carryWords')}
                    onClick={() => carryTo(said)}
                  >
                    {t('parallel.words')}
                  </button>
                )}
                {(!said || said.end - said.start < text.length) && (
                  <button
                    type="button"
                    className="link"
                    aria-label={t('parallel.carrySentence')}
                    onClick={() => carryTo(null)}
                  >
                    {t('parallel.sentence')}
                  </button>
                )}
              </>
            )}
          </span>
        )}
      </dd>
    </div>
  )
}

/** What stands there, the words of the linked passage marked, or those that answer. */
function Said({ here: { start, text, said, linked, there } }: { here: RenderingHere }) {
  const passage = linked ?? there
  const from = passage ? passage.start - start : said?.start
  const to = passage ? passage.start - start + passage.exact.length : said?.end
  if (from === undefined || to === undefined || from < 0 || to > text.length) return text
  return (
    <>
      {text.slice(0, from)}
      <strong className={passage ? 'said highlighted' : 'said'}>{text.slice(from, to)}</strong>
      {text.slice(to)}
    </>
  )
}

/** The annotation there: its themes where they are others, the way to it, and the way apart. */
function Linked({ annotation, here, linked }: Props & { linked: LinkedPassage }) {
  const t = useT()
  const { themes } = useSlices('themes')
  const own = themesOf(annotation)
  const missing = own.filter((id) => !linked.themes.includes(id))
  const differ = missing.length > 0 || linked.themes.length !== own.length
  const goThere = () => {
    const shown = shownAnnotation(linked.id)
    if (shown) activate(shown)
    else navigate({ name: 'reader', document: here.document, annotation: linked.id })
  }
  const giveThemes = () => {
    void call('annotations.recode', {
      annotations: [{ document: here.document, id: linked.id }],
      add: missing,
      remove: linked.themes.filter((id) => !own.includes(id)),
      mark: [],
      unmark: []
    }).then((done) => (done.ok ? undefined : showError(done.error)))
  }
  return (
    <>
      {differ && (
        <span className="coded-there">
          {t('parallel.codedThere')}{' '}
          {linked.themes.length === 0
            ? t('annotation.withoutTheme')
            : linked.themes.map((id) => (
                <Chip key={id} colour={themeColour(id)}>
                  {themes[id]?.name}
                </Chip>
              ))}
        </span>
      )}
      <span className="offer-actions">
        <button type="button" className="link" onClick={goThere}>
          {t('parallel.goThere')}
        </button>
        {differ && (
          <button type="button" className="link" onClick={giveThemes}>
            {t('parallel.sameThemes')}
          </button>
        )}
        <button
          type="button"
          className="link"
          onClick={() => void unlink({ document: here.document, id: linked.id })}
        >
          <Link2Off size={12} aria-hidden />
          {t('parallel.unlink')}
        </button>
      </span>
    </>
  )
}
