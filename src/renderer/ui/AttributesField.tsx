import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useT } from '../state/i18n'
import { AttributeTypeField } from './AttributeType'
import { AttributeValue } from './AttributeValue'

/** What else is known of a text, by names of one's own: each can be changed or taken away, and others added. */
export function AttributesField({
  attributes,
  change
}: {
  attributes: Readonly<Record<string, string>>
  change: (attributes: Record<string, string>) => void
}) {
  const t = useT()
  const [name, setName] = useState('')
  const wanted = useRef<string | null>(null)
  const add = () => {
    const own = name.trim()
    // No plain record can hold it.
    if (own === '' || own === '__proto__') return
    if (!(own in attributes)) change({ ...attributes, [own]: '' })
    setName('')
  }
  return (
    <fieldset className="attributes">
      <legend>{t('metadata.attributes')}</legend>
      {Object.entries(attributes).map(([key, value]) => (
        <div className="attribute" key={key}>
          <span title={key}>{key}</span>
          <AttributeValue
            name={key}
            value={value}
            change={(next) => change({ ...attributes, [key]: next })}
            focus={(element) => {
              if (key !== wanted.current || !element) return
              wanted.current = null
              element.focus()
            }}
          />
          <AttributeTypeField name={key} />
          <button
            type="button"
            className="icon-button"
            aria-label={`${t('common.delete')}: ${key}`}
            onClick={() =>
              change(Object.fromEntries(Object.entries(attributes).filter(([each]) => each !== key)))
            }
          >
            <X size={13} aria-hidden />
          </button>
        </div>
      ))}
      <input
        aria-label={t('metadata.newAttribute')}
        placeholder={t('metadata.newAttribute')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          // On to its value: the field of the name is free for the next one.
          wanted.current = name.trim() || null
          add()
        }}
      />
    </fieldset>
  )
}
