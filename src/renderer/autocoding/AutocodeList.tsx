import { useRef } from 'react'
import type { AutocodePreview } from '../../shared/ipc/answers'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { useWindowed } from '../ui/use-windowed'

interface Props {
  readonly preview: AutocodePreview
  readonly without: ReadonlySet<number>
  readonly setWithout: (without: ReadonlySet<number>) => void
}

const rowHeight = 46

/** The passages that would be coded, each in its line (KWIC) with a tick. */
export function AutocodeList({ preview: { rows, total, documents }, without, setWithout }: Props) {
  const t = useT()
  const all = useProject((project) => project.state.documents)
  const list = useRef<HTMLUListElement>(null)
  const { indices, before, after } = useWindowed(rows.length, () => rowHeight, list)
  const toggle = (index: number) => {
    const next = new Set(without)
    if (!next.delete(index)) next.add(index)
    setWithout(next)
  }
  return (
    <section className="autocode-preview">
      <header>
        <p role="status" className="grow">
          {t('autocode.found', { count: total, texts: t('shell.textCount', { count: documents }) })}
          {' · '}
          {t('autocode.chosen', { count: rows.length - without.size })}
          {total > rows.length && ` · ${t('autocode.cut', { count: rows.length })}`}
        </p>
        <button type="button" className="link" onClick={() => setWithout(new Set())}>
          {t('autocode.tickAll')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => setWithout(new Set(rows.map((_, index) => index)))}
        >
          {t('autocode.tickNone')}
        </button>
      </header>
      <div className="autocode-scroll" data-scroller>
        <ul ref={list}>
          {before > 0 && <li aria-hidden style={{ height: before }} />}
          {indices.map((index) => {
            const row = rows[index]
            if (!row) return null
            return (
              <li key={`${row.document} ${row.start}`}>
                <label className="autocode-row">
                  <input
                    type="checkbox"
                    checked={!without.has(index)}
                    aria-label={t('autocode.include', { passage: row.passage.slice(0, 80) })}
                    onChange={() => toggle(index)}
                  />
                  <span lang={all[row.document]?.language}>
                    {row.left}
                    <mark>{row.passage}</mark>
                    {row.right}
                  </span>
                  <small>{[all[row.document]?.title, row.place].filter(Boolean).join(' · ')}</small>
                </label>
              </li>
            )
          })}
          {after > 0 && <li aria-hidden style={{ height: after }} />}
        </ul>
      </div>
    </section>
  )
}
