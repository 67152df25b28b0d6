import { Component, type ReactNode } from 'react'
import { currentWords } from '../state/i18n'

/** Stands in for a part of the window that broke, so that the rest can still be used. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    const { shell } = currentWords()
    return (
      <div className="empty" role="alert">
        <p className="empty-title">{shell.crashTitle}</p>
        <p className="empty-hint">{shell.crashText}</p>
        <div className="empty-actions">
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {shell.reload}
          </button>
        </div>
      </div>
    )
  }
}
