import { useState } from 'react'
import type { AttributeType, AttributeTypeName } from '../../shared/model/attribute'
import { attributeTypeNames } from '../../shared/model/attribute-values'
import { useT } from '../state/i18n'
import { change, useProject } from '../state/project'
import { definitionOf, valuesOf } from './attribute-definitions'

/** What the values of an attribute are, in the whole project: chosen here, with the list where it is one of a list. */
export function AttributeTypeField({ name }: { name: string }) {
  const t = useT()
  const definition = useProject((project) => definitionOf(project.state.info.attributes, name))
  const documents = useProject((project) => project.state.documents)
  const [wanted, setWanted] = useState<AttributeTypeName | null>(null)
  const define = (next: AttributeType) =>
    void change({
      type: 'attribute.define',
      name,
      definition: next.type === 'text' ? null : next
    })
  const choose = (type: AttributeTypeName) => {
    if (type !== 'choice') {
      setWanted(null)
      return define({ type })
    }
    const choices = valuesOf(Object.values(documents), name)
    if (choices.length > 0) define({ type, choices })
    else setWanted('choice')
  }
  const shown = wanted ?? definition.type
  return (
    <>
      <select
        className="attribute-type"
        aria-label={t('metadata.attributeType', { name })}
        value={shown}
        onChange={({ target: { value } }) => choose(value as AttributeTypeName)}
      >
        {attributeTypeNames.map((each) => (
          <option key={each} value={each}>
            {t(`metadata.attributeTypes.${each}`)}
          </option>
        ))}
      </select>
      {shown === 'choice' && (
        <Choices
          name={name}
          choices={definition.type === 'choice' ? definition.choices : []}
          change={(choices) => {
            setWanted(null)
            if (choices.length > 0) define({ type: 'choice', choices })
          }}
        />
      )}
    </>
  )
}

function Choices({
  name,
  choices,
  change: set
}: {
  name: string
  choices: readonly string[]
  change: (choices: string[]) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <textarea
      className="attribute-choices"
      aria-label={t('metadata.attributeChoices', { name })}
      placeholder={t('metadata.attributeChoices', { name })}
      rows={Math.min(5, choices.length + 1)}
      value={typed ?? choices.join('\n')}
      onChange={({ target: { value } }) => setTyped(value)}
      onBlur={() => {
        if (typed === null) return
        const lines = typed.split('\n').flatMap((line) => line.trim().slice(0, 300) || [])
        setTyped(null)
        set([...new Set(lines)].slice(0, 500))
      }}
    />
  )
}
