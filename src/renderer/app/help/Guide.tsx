import { useState } from 'react'
import english from '../../../../docs/user-guide.md?raw'
import chinese from '../../../../docs/user-guide.zh-CN.md?raw'
import { useT } from '../../state/i18n'
import { usePreferences } from '../../state/preferences'
import { MarkdownView } from '../../writing/MarkdownView'
import { guideSections, sectionsWith } from './guide-sections'

const guides = { en: guideSections(english), 'zh-CN': guideSections(chinese) }

/** The user guide in the language of the app, section by section, found by its words. It is part of the app. */
export function Guide() {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const [typed, setTyped] = useState('')
  const sections = guides[language]
  // By its number: the guides have the same sections, and the language may change meanwhile.
  const [chosen, setChosen] = useState(0)
  const found = sectionsWith(sections, typed)
  const shown = found.find((each) => each === sections[chosen]) ?? found[0]
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
        {found.length === 0 && <p className="panel-hint">{t('help.notInGuide')}</p>}
        <ul className="plain-list">
          {found.map((section) => (
            <li key={section.title}>
              <button
                type="button"
                className={section.depth === 3 ? 'guide-link below' : 'guide-link'}
                aria-current={section === shown ? 'true' : undefined}
                onClick={() => setChosen(sections.indexOf(section))}
              >
                {section.title}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {shown && (
        <article key={shown.title} className="guide-text" tabIndex={0} aria-label={shown.title}>
          <h3>{shown.title}</h3>
          <MarkdownView text={shown.text} />
        </article>
      )}
    </div>
  )
}
