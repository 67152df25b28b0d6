import { ChevronDown, Download, Layers } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { useNarrower } from '../ui/use-narrower'

export type View = 'rows' | 'running'

const views = ['rows', 'running'] as const

/** In so many pixels the versions have room in the bar; in fewer they are in a panel of it. */
const roomForVersionsPx = 1400

interface Props {
  readonly versions: readonly VariorumDocument[]
  readonly shown: readonly VariorumDocument[]
  readonly most: number
  readonly toggle: (id: DocumentId) => void
  readonly view: View
  readonly setView: (view: View) => void
  readonly from: DocumentId | null
  readonly setFrom: (from: DocumentId | null) => void
  readonly takeAway: () => void
  readonly gather: () => void
  readonly legend: ReactNode
}

/** Which versions are shown, how, and which one the others are held against. */
export function VersionBar(props: Props) {
  const { versions, shown, view, setView, from, setFrom, takeAway, legend } = props
  const t = useT()
  const bar = useRef<HTMLDivElement>(null)
  const isNarrow = useNarrower(bar, roomForVersionsPx)
  const name = useVersionName(versions)
  return (
    <div ref={bar} className="compare-bar">
      {isNarrow ? (
        <DialogTrigger>
          <Button className="button fold">
            {t('comparing.versionsShown', { shown: shown.length, total: versions.length })}
            <ChevronDown size={13} aria-hidden />
          </Button>
          <Popover className="popover compare-pop" placement="bottom start">
            <Dialog aria-label={t('compare.versions')}>
              <VersionChoice {...props} name={name} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : (
        <VersionChoice {...props} name={name} />
      )}
      <label className="differences-from">
        {t('compare.differencesFrom')}
        <select
          value={from ?? ''}
          onChange={(event) => setFrom((event.target.value || null) as DocumentId | null)}
        >
          <option value="">{t('compare.noDifferences')}</option>
          {shown.map((version) => (
            <option key={version.id} value={version.id}>
              {name(version)} ({version.language})
            </option>
          ))}
        </select>
      </label>
      <fieldset className="segments">
        <legend className="visually-hidden">{t('compare.view')}</legend>
        {views.map((each) => (
          <label key={each} className={each === view ? 'on' : ''}>
            <input type="radio" name="compare-view" checked={each === view} onChange={() => setView(each)} />
            {t(`compare.${each}`)}
          </label>
        ))}
      </fieldset>
      {legend}
      <button
        type="button"
        className="icon-button"
        onClick={takeAway}
        aria-label={t('compare.exportHeading')}
        title={t('compare.exportHeading')}
      >
        <Download size={15} aria-hidden />
      </button>
    </div>
  )
}

function VersionChoice({
  versions,
  shown,
  most,
  toggle,
  gather,
  name
}: Props & { readonly name: (version: VariorumDocument) => string }) {
  const t = useT()
  const isShown = (id: DocumentId) => shown.some((each) => each.id === id)
  return (
    <fieldset className="version-bar">
      <legend>{t('compare.versions')}</legend>
      {versions.map((version) => (
        <label key={version.id} title={version.title}>
          <input
            type="checkbox"
            checked={isShown(version.id)}
            disabled={isShown(version.id) ? shown.length <= 2 : shown.length >= most}
            onChange={() => toggle(version.id)}
          />
          <span className="badge">{version.language}</span>
          {name(version)}
        </label>
      ))}
      <button
        type="button"
        className="icon-button"
        onClick={gather}
        aria-label={t('work.heading')}
        title={t('work.heading')}
      >
        <Layers size={15} aria-hidden />
      </button>
    </fieldset>
  )
}

/** What a version is called in the bar: two of one kind are told apart by their dates, or their titles. */
function useVersionName(versions: readonly VariorumDocument[]): (version: VariorumDocument) => string {
  const t = useT()
  return ({ rendering, language, published, title }) => {
    const alike = versions.filter((each) => each.rendering === rendering && each.language === language)
    const dates = new Set(alike.map((each) => each.published?.date))
    const own = dates.size === alike.length ? published?.date : title.slice(0, 24)
    return alike.length > 1 && own ? `${t(`rendering.${rendering}`)} · ${own}` : t(`rendering.${rendering}`)
  }
}
