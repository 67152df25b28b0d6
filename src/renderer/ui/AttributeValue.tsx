import { fitsType } from '../../shared/model/attribute-values'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { definitionOf } from './attribute-definitions'

interface Props {
  readonly name: string
  readonly value: string
  readonly change: (value: string) => void
  readonly focus: (element: HTMLElement | null) => void
}

/** The value of an attribute, typed or chosen as its type asks. What is no value of the type stays, and is told. */
export function AttributeValue({ name, value, change, focus }: Props) {
  const t = useT()
  const definition = useProject((project) => definitionOf(project.state.info.attributes, name))
  const isFit = fitsType(value, definition)
  const common = { ref: focus, 'aria-label': name, 'aria-invalid': isFit ? undefined : true, value }
  const unfit = isFit ? null : <small className="field-error">{t('metadata.attributeUnfit')}</small>
  if (definition.type === 'truth' || definition.type === 'choice') {
    const options =
      definition.type === 'choice'
        ? definition.choices.map((each) => [each, each] as const)
        : ([
            ['true', t('metadata.yes')],
            ['false', t('metadata.no')]
          ] as const)
    return (
      <span className="attribute-value">
        <select {...common} onChange={(event) => change(event.target.value)}>
          <option value="">–</option>
          {options.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
          {!isFit && <option value={value}>{value}</option>}
        </select>
        {unfit}
      </span>
    )
  }
  return (
    <span className="attribute-value">
      <input
        {...common}
        inputMode={definition.type === 'number' ? 'decimal' : undefined}
        placeholder={definition.type === 'date' ? '2018-12-05' : undefined}
        onChange={(event) => change(event.target.value)}
      />
      {unfit}
    </span>
  )
}
