import { memo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useT } from '../state/i18n'
import { CollocatesPanel } from './CollocatesPanel'
import { KeywordsPanel } from './KeywordsPanel'
import { SavedQueries } from './SavedQueries'
import { SpreadPanel } from './SpreadPanel'
import { StepsPanel } from './StepsPanel'
import { WordsPanel } from './WordsPanel'

const tabs = ['steps', 'spread', 'collocates', 'words', 'keywords'] as const

/**
 * Beside the lines: how one came to them and the queries that are kept; where they stand, what goes with them, all words. A tab panel that
 * is drawn again looks for what Tab can reach in it, and has the whole window laid out for that: not with each page of lines that comes.
 */
export const LinesPanel = memo(function LinesPanel() {
  const t = useT()
  const [tab, setTab] = useState<string>('steps')
  return (
    <section className="lines-panel" aria-label={t('concordance.panel')}>
      <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="panel-tabs" aria-label={t('concordance.panel')}>
          {tabs.map((each) => (
            <Tab key={each} id={each}>
              {t(`concordance.tabs.${each}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="steps">
          <StepsPanel />
          <SavedQueries />
        </TabPanel>
        <TabPanel id="spread">
          <SpreadPanel />
        </TabPanel>
        <TabPanel id="collocates">
          <CollocatesPanel />
        </TabPanel>
        <TabPanel id="words">
          <WordsPanel />
        </TabPanel>
        <TabPanel id="keywords">
          <KeywordsPanel />
        </TabPanel>
      </Tabs>
    </section>
  )
})
