import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ListedMemo } from '../../shared/ipc/answers'
import type { MemoId } from '../../shared/model/ids'
import { fold } from '../../shared/text/fold'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { currentProject, useProject, useSlices } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { Empty } from '../ui/Empty'
import { useFieldFocus } from '../ui/use-field-focus'
import { addMemo } from '../writing/add-memo'
import { MarkdownView } from '../writing/MarkdownView'
import { MemoEditor } from './MemoEditor'
import { subjectName } from './subject'

const kinds = ['project', 'document', 'theme', 'passage', 'formula'] as const
type Kind = (typeof kinds)[number]
const shownAtFirst = 200

/** Every memo of the project in one list, those on passages too; the chosen one open for reading and writing. */
export function Memos({ memo: wanted, visit }: { memo?: MemoId; visit: object }) {
  const t = useT()
  const { memos, info } = useSlices('memos', 'info')
  // A subject is named as it is called now.
  useSlices('themes', 'documents')
  const changes = useProject((project) => project.changes)
  const { latest: listed } = useAnswer('memos.list', null, { again: changes })
  const [chosen, setChosen] = useState<MemoId | null>(wanted ?? null)
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<Kind | ''>('')
  const [most, setMost] = useState(shownAtFirst)
  const place = useRef<HTMLDivElement>(null)
  const focusField = useFieldFocus(place)
  useEffect(() => {
    if (!visit || wanted === undefined) return
    setChosen(wanted)
    const memo = currentProject().state.memos[wanted]
    if (memo && memo.title + memo.text === '') focusField('title')
  }, [visit, wanted, focusField])
  const sought = fold(words.trim()).text
  const fitting = (listed ?? []).filter(
    (each) =>
      (kind === '' || kindOf(each) === kind) &&
      (sought === '' || fold(`${each.title}\n${each.text}\n${nameOf(each)}`).text.includes(sought))
  )
  function nameOf({ memo }: ListedMemo): string {
    return memo ? subjectName(memo.about, t) : ''
  }
  const memo = chosen === null ? undefined : memos[chosen]
  const write = async () => {
    const id = await addMemo({ kind: 'project' })
    if (id === null) return
    setChosen(id)
    focusField('title')
  }
  return (
    <div ref={place} className="page place memos-place" data-scroller>
      <div className="place-tools">
        <button type="button" className="button" onClick={() => void write()}>
          <Plus size={14} aria-hidden />
          {t('memos.new')}
        </button>
        <input
          type="search"
          aria-label={t('memos.filter')}
          placeholder={t('memos.filter')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <select
          aria-label={t('memos.about')}
          value={kind}
          onChange={({ target: { value } }) => setKind(kinds.find((each) => each === value) ?? '')}
        >
          <option value="">{t('memos.anySubject')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`memos.${each}`)}
            </option>
          ))}
        </select>
        <span className="grow" role="status">
          {listed ? t('memos.count', { count: fitting.length }) : ''}
        </span>
      </div>
      {listed?.length === 0 && (
        <Empty title={t('memos.empty')} hint={t('memos.emptyHint', { key: keyLabel('m') })} />
      )}
      {listed && listed.length > 0 && fitting.length === 0 && <Empty title={t('memos.noMatch')} />}
      <div className="memos-columns">
        <ul className="memo-list" aria-label={t('memos.list')}>
          {fitting.slice(0, most).map((each) => (
            <li
              key={each.memo?.id ?? each.annotation?.id}
              data-menu-memo={each.memo?.id}
              className={each.memo?.id === chosen ? 'on' : ''}
            >
              <button
                type="button"
                className="memo-head"
                aria-current={each.memo?.id === chosen && each.memo !== null ? 'true' : undefined}
                onClick={() => {
                  if (each.memo) setChosen(each.memo.id)
                  else if (each.annotation)
                    navigate({
                      name: 'reader',
                      document: each.annotation.document,
                      annotation: each.annotation.id
                    })
                }}
              >
                <small>
                  {t(`memos.${kindOf(each)}`)}
                  {nameOf(each) && ` · ${nameOf(each)}`}
                </small>
                <strong>{each.title.slice(0, 160) || t('memos.untitled')}</strong>
                <small>
                  {info.coders[each.coder]?.name} · {each.modified.slice(0, 10)}
                </small>
              </button>
              <div className="memo-body">
                <MarkdownView text={each.text.slice(0, 1500)} />
              </div>
            </li>
          ))}
          {fitting.length > most && (
            <li>
              <button type="button" className="button" onClick={() => setMost(most + shownAtFirst)}>
                {t('common.more')}
              </button>
            </li>
          )}
        </ul>
        {memo ? (
          <MemoEditor key={memo.id} memo={memo} />
        ) : (
          fitting.length > 0 && <p className="panel-hint">{t('memos.choose')}</p>
        )}
      </div>
    </div>
  )
}

function kindOf({ memo }: ListedMemo): Kind {
  return memo ? memo.about.kind : 'passage'
}
