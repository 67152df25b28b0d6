import { CircleHelp } from 'lucide-react'
import type { FieldName } from '../../shared/concordance/query'
import { useT } from '../state/i18n'
import { concordance } from './concordance-desk'
import { Pop } from './ToolPopover'
import { useFieldOptions } from './use-field-options'

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
  ['snow block:heading', 'block']
] as const
const examplesBeside = [
  ['冰雪 BESIDE ice', 'beside'],
  ['冰雪 NOT BESIDE ice', 'notBeside']
] as const

/** The query language on a card. */
export function QueryHelp() {
  const t = useT()
  return (
    <Pop name={t('concordance.help.title')} label={<CircleHelp size={15} aria-hidden />} className="help-pop">
      {(close) => <HelpCard close={close} />}
    </Pop>
  )
}

function HelpCard({ close }: { readonly close: () => void }) {
  const t = useT()
  // Values that this project has: with others the examples would find nothing in it.
  const publisher = useExample('publisher', 'Gazette')
  const attribute = useExample('attr', 'Genre=report')
  const theme = useExample('theme', 'Nature')
  const coder = useExample('coder', 'Coder')
  const all = [
    ...examples,
    [`snow publisher:${publisher}`, 'publisher'],
    [`snow attr:${attribute}`, 'attr'],
    [`snow theme:${theme}`, 'theme'],
    [`snow -theme:${theme}`, 'notTheme'],
    [`snow coder:${coder}`, 'coder'],
    ['snow doubtful:yes', 'doubtful'],
    ...examplesBeside
  ] as const
  return (
    <>
      <h2 className="panel-title">{t('concordance.help.title')}</h2>
      <p className="pop-hint">{t('concordance.help.hint')}</p>
      <ul className="query-examples">
        {all.map(([query, explained]) => (
          <li key={explained}>
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
  )
}

/** A value of a field in quotation marks. */
function useExample(field: FieldName, usual: string): string {
  const [value = usual] = useFieldOptions(field)
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
