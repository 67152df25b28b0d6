import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import type { Pattern } from '../../shared/search/pattern'
import { keyLabel, runCommand, takeTurn } from '../state/commands'
import { closeFind, findSoon, nextMatch, useFinding } from '../state/finding'
import { useT } from '../state/i18n'
import { errorText } from '../state/toasts'

type Switch = 'matchCase' | 'wholeWord' | 'regex' | 'matchWidth'

/** Finds in the text that is shown: all matches are marked and counted. */
export function FindBar({ document: id }: { document: DocumentId }) {
  const t = useT()
  const { pattern, found, at, problem, asked } = useFinding()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked > 0) field.current?.select()
  }, [asked])
  const look = (patch: Partial<Pattern>) => {
    const next = { ...useFinding.getState().pattern, ...patch }
    findSoon(id, next)
  }
  const toggle = (name: Switch, icon: ReactNode) => (
    <button
      type="button"
      className={pattern[name] ? 'icon-button on' : 'icon-button'}
      aria-pressed={pattern[name]}
      aria-label={t(`find.${name}`)}
      title={t(`find.${name}`)}
      onClick={() => look({ [name]: !pattern[name] })}
    >
      {icon}
    </button>
  )
  return (
    <search className="find-bar">
      <input
        ref={field}
        // It opens because the person asked for it by key: typing goes here.
        autoFocus
        type="text"
        aria-label={t('find.label')}
        aria-invalid={problem !== null}
        placeholder={t('find.placeholder')}
        value={pattern.query}
        onChange={(event) => look({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') nextMatch(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') takeTurn(closeFind)
          else return
          event.preventDefault()
        }}
      />
      <span className="find-count" role="status">
        {problem
          ? errorText(problem)
          : found.length > 0
            ? t('find.count', { n: at + 1, total: found.length })
            : pattern.query.trim() === ''
              ? ''
              : t('find.none')}
      </span>
      {toggle('matchCase', <CaseSensitive size={16} aria-hidden />)}
      {toggle('wholeWord', <WholeWord size={16} aria-hidden />)}
      {toggle('matchWidth', <span aria-hidden>Ａ</span>)}
      {toggle('regex', <Regex size={15} aria-hidden />)}
      <button
        type="button"
        className="icon-button"
        aria-label={t('find.previous')}
        title={keyLabel('Shift+F3')}
        onClick={() => nextMatch(-1)}
      >
        <ChevronUp size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('find.next')}
        title={keyLabel('F3')}
        onClick={() => nextMatch(1)}
      >
        <ChevronDown size={16} aria-hidden />
      </button>
      {found.length > 0 && (
        <button type="button" className="link" onClick={() => runCommand('annotate.autocode')}>
          {t('find.autocode')}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t('find.close')}
        onClick={() => takeTurn(closeFind)}
      >
        <X size={15} aria-hidden />
      </button>
    </search>
  )
}
