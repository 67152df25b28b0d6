import { useState } from 'react'
import type { Answer } from '../../shared/ipc/answers'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { useProjectStore } from '../state/project'
import { showError } from '../state/toasts'
import { EngineNotice } from './EngineNotice'
import { openBackup, openBundle, openFolder } from './opening'

/** The page without a project: recent ones, a new one, the sample. */
export function Start() {
  const t = useT()
  const start = useProjectStore((store) => store.start)
  const [name, setName] = useState('')
  const tell = (answer: Answer<'project.open' | 'project.sample'>) => answer.ok || showError(answer.error)
  return (
    <main className="start">
      <EngineNotice />
      <h1>{t('start.title')}</h1>
      <p className="lead">{t('start.lead')}</p>
      <section>
        <h2>{t('start.recent')}</h2>
        {start?.recent.length ? (
          <ul className="plain-list">
            {start.recent.map(({ folder, name: title }) => (
              <li key={folder}>
                <button type="button" className="recent" onClick={() => void openFolder(folder)}>
                  <b>{title}</b>
                  <small>{folder}</small>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p className="panel-hint">{t('start.noRecent')}</p>
        )}
        <button type="button" className="button" onClick={() => void openFolder()}>
          {t('start.chooseFolder')}
        </button>{' '}
        <button type="button" className="button" onClick={() => void openBundle()}>
          {t('opening.bundle')}
        </button>{' '}
        <button type="button" className="button" onClick={() => void openBackup()}>
          {t('backups.openFrom')}
        </button>
      </section>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void call('project.new', { name: name.trim() }).then(tell)
        }}
      >
        <input
          aria-label={t('start.newName')}
          placeholder={t('start.newName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={name.trim() === ''}>
          {t('common.create')}
        </button>
      </form>
      <button
        type="button"
        className="button primary"
        onClick={() => void call('project.sample', null).then(tell)}
      >
        {t('start.sample')}
      </button>
    </main>
  )
}
