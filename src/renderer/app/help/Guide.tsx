import { useState } from 'react'
import guide from '../../../../docs/user-guide.md?raw'
import { useT } from '../../state/i18n'
import { usePreferences } from '../../state/preferences'
import { MarkdownView } from '../../writing/MarkdownView'
import { guideSections, sectionsWith } from './guide-sections'

const sections = guideSections(guide)

/** The user guide, section by section, found by its words. It is part of the app. */
export function Guide() {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(sections[0]?.title ?? '')
  const found = sectionsWith(sections, typed)
  const shown = found.find((each) => each.title === chosen) ?? found[0]
  return (
    <div className="guide">
      <div className="guide-list">
        <input
          type="search"
          aria-label={t('help.findInGuide')}
          placeholder={t('help.findInGuide')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {language !== 'en' && <p className="panel-hint">{t('help.guideLanguage')}</p>}
        {found.length === 0 && <p className="panel-hint">{t('help.notInGuide')}</p>}
        <ul className="plain-list" lang="en">
          {found.map(({ title, depth }) => (
            <li key={title}>
              <button
                type="button"
                className={depth === 3 ? 'guide-link below' : 'guide-link'}
                aria-current={title === shown?.title ? 'true' : undefined}
                onClick={() => setChosen(title)}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {shown && (
        <article key={shown.title} className="guide-text" lang="en" tabIndex={0} aria-label={shown.title}>
          <h3>{shown.title}</h3>
          <MarkdownView text={shown.text} />
        </article>
      )}
    </div>
  )
}
