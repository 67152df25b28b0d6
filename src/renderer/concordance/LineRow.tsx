import { memo } from 'react'
import type { ConcordanceLine, SlotSpan } from '../../shared/concordance/lines'
import type { Slot } from '../../shared/concordance/trail'
import type { VariorumDocument } from '../../shared/model/document'
import type { ThemeId } from '../../shared/model/ids'
import { isReadFromRight } from '../../shared/text/reading-direction'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { pathName, themeColour } from '../state/theme-names'
import { coloured } from '../ui/ThemeDot'
import { Words } from '../ui/Words'
import { type AboutColumn, lineAbout } from './line-about'
import { openLine, tickTo } from './use-line-commands'

interface Props {
  /** The row that it is. */
  readonly row: number
  /** Undefined while it has not come. */
  readonly line: ConcordanceLine | undefined
  /** The text that it is from. */
  readonly own: VariorumDocument | undefined
  /** How much is said of that. */
  readonly column: AboutColumn
  /** From where its left context is shown, so that it is cut at a whole word. */
  readonly from: number
  /** The slots that lines are sorted by, the first first. */
  readonly slots: readonly Slot[]
  readonly isTicked: boolean
}

/** A line of a concordance: what stands before the hit, the hit, what stands behind it, and where it is from. */
export const LineRow = memo(function LineRow({ row, line, own, column, from, slots, isTicked }: Props) {
  const t = useT()
  if (!line || !own) return <span className="line-waits" role="gridcell" aria-busy />
  const { language, title } = own
  const about = lineAbout(own, line, column)
  // Then what stands before the hit is on its right; the style sheet puts it there.
  const dir = isReadFromRight(line.left + line.hit + line.right) ? 'rtl' : undefined
  return (
    <>
      <span role="gridcell" className="line-tick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('concordance.tickLine')}
          checked={isTicked}
          onChange={() => {}}
          onClick={(event) => {
            event.stopPropagation()
            void tickTo(row, event.shiftKey)
          }}
        />
      </span>
      <span role="gridcell" className="line-left" lang={language} dir={dir}>
        <span>
          <Context text={line.left} from={from} slots={slots} spans={line.slots} side="L" />
        </span>
      </span>
      <b role="gridcell" className="line-hit" lang={language} dir={dir}>
        <button
          type="button"
          tabIndex={-1}
          title={line.hit.length > 60 ? line.hit : t('concordance.openHint')}
          onClick={() => openLine(row)}
        >
          <Words text={oneLine(line.hit)} />
        </button>
      </b>
      <span role="gridcell" className="line-right" lang={language} dir={dir}>
        <Context text={line.right} from={0} slots={slots} spans={line.slots} side="R" />
      </span>
      <span role="gridcell" className="line-about">
        <Codes line={line} />
        <span className="line-title" title={title}>
          {about.title}
        </span>
        <span>{about.place}</span>
      </span>
    </>
  )
})

/** A context, with the words that sort marked: the first key more strongly than the second. */
function Context({
  text: written,
  ...props
}: {
  readonly text: string
  readonly from: number
  readonly slots: readonly Slot[]
  readonly spans: readonly SlotSpan[]
  readonly side: 'L' | 'R'
}) {
  const { from, slots, spans, side } = props
  const text = oneLine(written)
  const marked = spans
    .filter(({ slot, start }) => slot.startsWith(side) && slots.includes(slot) && start >= from)
    .sort((a, b) => a.start - b.start)
  if (marked.length === 0) return <Words text={text.slice(from)} />
  let at = from
  return (
    <>
      {marked.map(({ slot, start, end }) => {
        const between = text.slice(at, start)
        at = end
        return (
          <span key={slot}>
            <Words text={between} />
            <mark className={`slot rank-${Math.min(3, slots.indexOf(slot) + 1)}`}>
              <Words text={text.slice(start, end)} />
            </mark>
          </span>
        )
      })}
      <Words text={text.slice(at)} />
    </>
  )
}

/** The themes of the highlights that a hit lies in or touches: the first by name, how many more, all of them in the title. */
function Codes({ line }: { line: ConcordanceLine }) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  if (line.codings.length === 0) return null
  const ids = [...new Set(line.codings.flatMap((coding) => coding.themes))].filter((id) => themes[id])
  const [first] = ids
  const doubtful = line.codings.some((coding) => coding.doubtful)
  const name = (id: ThemeId) => pathName(themes, id)
  const title = [
    ...(first === undefined ? [t('concordance.highlighted')] : ids.map(name)),
    ...(doubtful ? [t('quality.doubtful')] : [])
  ].join('\n')
  return (
    <span className="line-code" style={coloured(themeColour(first))} title={title}>
      <i className="dot" aria-hidden />
      <span>{first === undefined ? t('concordance.highlighted') : themes[first]?.name}</span>
      {ids.length > 1 && <small>+{ids.length - 1}</small>}
      {doubtful && <small aria-hidden>?</small>}
      <span className="visually-hidden">{title}</span>
    </span>
  )
}

/** The same signs, none of which breaks the line. */
function oneLine(text: string): string {
  return text.replace(/\s/g, ' ')
}
