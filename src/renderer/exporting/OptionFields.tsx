import type { ExportFormatInfo } from '../../shared/export/export-format-info'
import {
  defaultExportOptions,
  type ExportOptionName,
  type ExportOptions
} from '../../shared/export/export-options'
import { useT } from '../state/i18n'
import { Field } from '../ui/Field'
import { CoderFields } from './CoderFields'
import { ContextField } from './ContextField'
import { StyleField } from './StyleField'

interface Props {
  readonly format: ExportFormatInfo
  readonly options: Partial<ExportOptions>
  readonly set: (patch: Partial<ExportOptions>) => void
  /** So many of the passages are marked as doubtful; null where that is not known. */
  readonly doubtful: number | null
}

/** What a format asks: first what is chosen among several, then what goes along or not. */
export function OptionFields({ format, options, set, doubtful }: Props) {
  const t = useT()
  const all: ExportOptions = { ...defaultExportOptions, ...options }
  const asks = (name: ExportOptionName) => format.options.includes(name)
  const cites = !asks('citations') || all.citations !== 'none'
  const hasComments = format.id === 'docx' || format.id === 'odt'
  const select = <Name extends 'group' | 'sort' | 'renderings' | 'citations' | 'rows' | 'memos'>(
    name: Name,
    values: readonly (ExportOptions[Name] & string)[]
  ) =>
    asks(name) && (
      <Field label={t(`export.option.${name}`)}>
        <select
          value={all[name]}
          onChange={({ target }) => {
            const value = values.find((each) => each === target.value)
            if (value !== undefined) set({ [name]: value })
          }}
        >
          {values.map((value) => (
            <option key={value} value={value}>
              {t(`export.${catalogues[name]}.${value}` as 'export.by.none')}
            </option>
          ))}
        </select>
      </Field>
    )
  const check = (
    name: 'quality' | 'differences' | 'bibliography' | 'liveCitations' | 'contents' | Carried,
    enabled = true
  ) =>
    asks(name) && (
      <label className="check-label">
        <input
          type="checkbox"
          checked={all[name] && enabled}
          disabled={!enabled}
          onChange={({ target }) => set({ [name]: target.checked })}
        />
        {t(`export.option.${name}`)}
      </label>
    )
  /** What is left out when it is ticked. */
  const leaveOut = (name: 'doubtful' | 'furniture', count: number | null) =>
    asks(name) && (
      <label className="check-label">
        <input
          type="checkbox"
          checked={!all[name]}
          onChange={({ target }) => set({ [name]: !target.checked })}
        />
        {t(`export.option.${name}`)}
        {count !== null && <small className="number">{count}</small>}
      </label>
    )
  return (
    <>
      {select('rows', ['excerpt', 'coding'])}
      <div className="export-pair">
        {select('group', ['none', 'theme', 'document', 'date', 'coder'])}
        {select('sort', ['text', 'theme', 'document', 'date', 'coder', 'created'])}
      </div>
      {asks('context') && <ContextField context={all.context} set={(context) => set({ context })} />}
      {select('citations', ['none', 'notes', 'text'])}
      {asks('style') && cites && <StyleField style={all.style} set={(style) => set({ style })} />}
      {asks('language') && (
        <Field label={t('export.option.language')}>
          <select
            value={all.language ?? ''}
            onChange={({ target: { value } }) =>
              set({ language: value === 'en' || value === 'zh-CN' ? value : null })
            }
          >
            <option value="">{t('export.languageOfApp')}</option>
            <option value="en">English</option>
            <option value="zh-CN">简体中文</option>
          </select>
        </Field>
      )}
      <div className="export-pair">
        {select('renderings', ['none', 'below', 'columns'])}
        {select('memos', hasComments ? ['none', 'text', 'comments'] : ['none', 'text'])}
      </div>
      <div className="export-checks">
        {check('differences', !asks('renderings') || all.renderings !== 'none')}
        {check('quality')}
        {check('bibliography', cites)}
        {check('liveCitations', cites)}
        {check('contents')}
        {check('originals')}
        {check('history')}
        {check('otherCoders')}
        {leaveOut('doubtful', doubtful)}
        {leaveOut('furniture', null)}
      </div>
      {asks('coders') && <CoderFields coders={all.coders} set={(coders) => set({ coders })} />}
    </>
  )
}

/** Where the words for the values of an option stand in the catalogue. */
const catalogues = {
  group: 'by',
  sort: 'order',
  renderings: 'rendering',
  citations: 'citation',
  rows: 'row',
  memos: 'memo'
} as const

type Carried = 'originals' | 'history' | 'otherCoders'
