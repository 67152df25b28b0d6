import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { ThemePicker } from '../annotating/ThemePicker'
import { useT } from '../state/i18n'
import { codeLines } from './code-lines'
import { concordance } from './concordance-desk'
import { keepTicked, tickAll } from './line-acts'

/** What is done with the ticked lines. */
export function CodeBar({ pick, leave }: { readonly pick: () => void; readonly leave: () => void }) {
  const t = useT()
  const ticked = useStore(concordance.store, (state) => state.ticked.size)
  const lines = useStore(concordance.store, (state) => state.view?.lines ?? 0)
  if (ticked === 0) return null
  return (
    <div className="ticked-bar" role="toolbar" aria-label={t('concordance.ticked', { count: ticked })}>
      <strong role="status">{t('concordance.ticked', { count: ticked })}</strong>
      <button type="button" className="button primary" onClick={pick}>
        {t('concordance.code')} <kbd>/</kbd>
      </button>
      <button type="button" className="button" onClick={() => void keepTicked(true)}>
        {t('concordance.onlyThese')}
      </button>
      <button type="button" className="button" onClick={() => void keepTicked(false)}>
        {t('concordance.takeOut')}
      </button>
      {ticked < lines && (
        <button type="button" className="link-button" onClick={() => void tickAll()}>
          {t('concordance.tickAll', { count: lines })}
        </button>
      )}
      <button
        type="button"
        className="link-button"
        onClick={() => {
          concordance.store.setState({ ticked: new Map() })
          leave()
        }}
      >
        {t('common.none')}
      </button>
    </div>
  )
}

interface PickerProps {
  readonly list: RefObject<HTMLElement | null>
  readonly close: () => void
}

/** Finds or makes the theme for the ticked lines, or the line one is on. */
export function LinePicker({ list, close }: PickerProps) {
  return (
    <ThemePicker
      beside={list.current?.querySelector('.current')?.getBoundingClientRect() ?? null}
      use={{ apply: (id) => void codeLines({ id }), create: (name) => void codeLines({ name }), close }}
    />
  )
}
