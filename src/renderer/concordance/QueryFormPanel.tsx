import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { type FieldCondition, type FieldName, fieldNames, type Scope } from '../../shared/concordance/query'
import { useT } from '../state/i18n'
import { CountInput } from '../ui/CountInput'
import { concordance } from './concordance-desk'
import { type FormPart, formOf, type QueryForm, queryOf } from './query-form'
import { Pop } from './ToolPopover'
import { useFieldOptions } from './use-field-options'
import { useProblemText } from './use-problem-text'

const scopes: readonly Scope[] = ['sentence', 'paragraph', 'document']
const mostDistance = 100

/** The same query as a form. What is put into it stands in the field at once. */
export function QueryFormPanel() {
  const t = useT()
  return (
    <Pop name={t('concordance.form.title')} label={t('concordance.form.button')} className="form-pop">
      <FormFields />
    </Pop>
  )
}

function FormFields() {
  const t = useT()
  const id = useId()
  const said = useProblemText()
  const [form, setForm] = useState<QueryForm>(() => formOf(concordance.state.query))
  const made = queryOf(form)
  const wrong = made.ok ? null : made
  const set = (patch: Partial<QueryForm>) => {
    const next = { ...form, ...patch }
    setForm(next)
    const query = queryOf(next)
    if (query.ok) concordance.type(query.query)
  }
  const field = (part: FormPart, hint: string) => {
    const own = wrong?.part === part && form[part] !== '' ? wrong.problem : null
    return (
      <div className="field">
        <label htmlFor={`${id}-${part}`}>{t(`concordance.form.${part}`)}</label>
        <input
          id={`${id}-${part}`}
          value={form[part]}
          placeholder={hint}
          aria-invalid={own !== null}
          aria-describedby={own ? `${id}-${part}-wrong` : undefined}
          onChange={(event) => set({ [part]: event.target.value })}
        />
        {own && (
          <p className="field-error" id={`${id}-${part}-wrong`}>
            {said(own)}
          </p>
        )}
      </div>
    )
  }
  const setCondition = (at: number, patch: Partial<FieldCondition>) =>
    set({ conditions: form.conditions.map((each, index) => (index === at ? { ...each, ...patch } : each)) })
  return (
    <div className="query-form">
      {field('words', t('concordance.form.wordsHint'))}
      {field('near', t('concordance.form.wordsHint'))}
      <div className="pop-row">
        <label className="check-label" htmlFor={`${id}-distance`}>
          {t('concordance.form.distance')}
          <CountInput
            id={`${id}-distance`}
            className="short-field"
            value={form.distance}
            least={1}
            most={mostDistance}
            set={(distance) => set({ distance })}
          />
        </label>
        <label className="check-label">
          <input
            type="checkbox"
            checked={form.ordered}
            onChange={(event) => set({ ordered: event.target.checked })}
          />
          {t('concordance.form.ordered')}
        </label>
      </div>
      {field('besides', t('concordance.form.wordsHint'))}
      <div className="pop-row">
        <select
          aria-label={t('concordance.form.scope')}
          value={form.scope}
          onChange={({ target }) =>
            set({ scope: scopes.find((each) => each === target.value) ?? 'paragraph' })
          }
        >
          {scopes.map((each) => (
            <option key={each} value={each}>
              {t(`concordance.form.${each}`)}
            </option>
          ))}
        </select>
        <label className="check-label">
          <input
            type="checkbox"
            checked={form.isBesidesMissing}
            onChange={(event) => set({ isBesidesMissing: event.target.checked })}
          />
          {t('concordance.form.missing')}
        </label>
      </div>
      {field('rendering', t('concordance.form.wordsHint'))}
      <label className="check-label">
        <input
          type="checkbox"
          checked={form.isRenderingMissing}
          onChange={(event) => set({ isRenderingMissing: event.target.checked })}
        />
        {t('concordance.form.missingThere')}
      </label>
      <fieldset className="conditions">
        <legend>{t('concordance.form.conditions')}</legend>
        {form.conditions.map((condition, at) => (
          <Condition
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name, and keep their order
            key={at}
            condition={condition}
            set={(patch) => setCondition(at, patch)}
            remove={() => set({ conditions: form.conditions.filter((_, index) => index !== at) })}
          />
        ))}
        <button
          type="button"
          className="link-button"
          onClick={() =>
            setForm({
              ...form,
              conditions: [...form.conditions, { field: 'lang', value: '', negated: false }]
            })
          }
        >
          <Plus size={13} aria-hidden /> {t('concordance.form.addCondition')}
        </button>
      </fieldset>
    </div>
  )
}

interface ConditionProps {
  readonly condition: FieldCondition
  readonly set: (patch: Partial<FieldCondition>) => void
  readonly remove: () => void
}

function Condition({ condition: { field, value, negated }, set, remove }: ConditionProps) {
  const t = useT()
  const id = useId()
  const options = useFieldOptions(field)
  return (
    <div className="pop-row">
      <select
        aria-label={t('concordance.form.field')}
        value={field}
        onChange={({ target }) =>
          set({
            field: fieldNames.find((each): each is FieldName => each === target.value) ?? 'lang',
            value: ''
          })
        }
      >
        {fieldNames.map((each) => (
          <option key={each} value={each}>
            {t(`concordance.field.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('concordance.form.holds')}
        value={negated ? 'not' : 'is'}
        onChange={(event) => set({ negated: event.target.value === 'not' })}
      >
        <option value="is">{t('concordance.form.is')}</option>
        <option value="not">{t('concordance.form.isNot')}</option>
      </select>
      <input
        aria-label={t('concordance.value')}
        placeholder={field === 'date' ? '2018..2020' : field === 'attr' ? 'Name=value' : ''}
        list={`${id}-values`}
        value={value}
        onChange={(event) => set({ value: event.target.value })}
      />
      <datalist id={`${id}-values`}>
        {options.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button
        type="button"
        className="icon-button"
        aria-label={t('concordance.form.removeCondition')}
        onClick={remove}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  )
}
