import { CircleHelp } from 'lucide-react'
import { useT } from '../state/i18n'
import { concordance } from './concordance-desk'
import { Pop } from './ToolPopover'

/** What can be written in a query: the example, which is searched for when it is pressed, and the key of its explanation. */
const examples = [
  ['snow', 'word'],
  ['"ice and snow"', 'phrase'],
  ['run* OR walk?d', 'wildcards'],
  ['(ice|snow) tourism', 'alternatives'],
  ['最多跑一次 OR 只跑一次', 'or'],
  ['formula:最多跑一次', 'formula'],
  ['data NEAR/5 errands', 'near'],
  ['ice BEFORE/3 snow', 'before'],
  ['snow AND tourism', 'and'],
  ['snow NOT/s tourism', 'not'],
  ['/\\b(re|un)\\w+ing\\b/', 'expression'],
  ['snow lang:en', 'lang'],
  ['snow date:2018..2020', 'date'],
  ['snow kind:machine', 'kind'],
  ['snow block:heading', 'block'],
  ['snow -theme:"Nature"', 'theme'],
  ['冰雪 BESIDE ice', 'beside'],
  ['冰雪 NOT BESIDE ice', 'notBeside']
] as const

/** The query language on a card. */
export function QueryHelp() {
  const t = useT()
  return (
    <Pop name={t('concordance.help.title')} label={<CircleHelp size={15} aria-hidden />} className="help-pop">
      {(close) => (
        <>
          <h2 className="panel-title">{t('concordance.help.title')}</h2>
          <p className="pop-hint">{t('concordance.help.hint')}</p>
          <ul className="query-examples">
            {examples.map(([query, explained]) => (
              <li key={query}>
                <button
                  type="button"
                  onClick={() => {
                    concordance.type(query)
                    close()
                  }}
                >
                  <code>{query}</code>
                  <span>{t(`concordance.help.${explained}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Pop>
  )
}
