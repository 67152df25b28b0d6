import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useT } from '../../state/i18n'
import { Dialog } from '../../ui/Dialog'
import { Guide } from './Guide'
import { KeySheet } from './KeySheet'

/** The keys of the place behind it, and the guide; both without a network. */
export function HelpDialog({ first, onClose }: { first: 'keys' | 'guide'; onClose: () => void }) {
  const t = useT()
  return (
    <Dialog title={t('help.heading')} closeLabel={t('common.close')} width="full" onClose={onClose}>
      <Tabs className="help" defaultSelectedKey={first}>
        <TabList className="segments help-tabs" aria-label={t('help.heading')}>
          <Tab id="keys">{t('help.keys')}</Tab>
          <Tab id="guide">{t('help.guide')}</Tab>
        </TabList>
        <TabPanel id="keys" className="help-panel">
          <KeySheet />
        </TabPanel>
        <TabPanel id="guide" className="help-panel">
          <Guide />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}
